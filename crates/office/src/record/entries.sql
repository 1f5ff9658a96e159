-- The newest entries before ?1 (all when it is null), newest first.
SELECT entry, at, day, account_id, person, workstation, action, reason, detail, undoes, schema, changeset, parent_hash, hash,
       signed_by, signature
  FROM journal
 WHERE entry < ifnull(?1, 9223372036854775807) ORDER BY entry DESC LIMIT ?2;
