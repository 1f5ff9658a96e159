-- The newest entries before ?1 (all when it is null), newest first.
SELECT * FROM journal WHERE entry < ifnull(?1, 9223372036854775807) ORDER BY entry DESC LIMIT ?2;
