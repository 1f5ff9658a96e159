-- The latest day of the newest thousand entries: a clock that went back has not set the journal back.
SELECT max(day) FROM (SELECT day FROM journal ORDER BY entry DESC LIMIT 1000);
