-- The newest entries before ?1 (all when it is null), newest first; none of which nothing stays since a case was sealed.
SELECT entry, at, day, account_id, person, workstation, action, reason, detail, undoes, schema, changeset, parent_hash, hash,
       signed_by, signature
  FROM journal AS j
 WHERE entry < ifnull(?1, 9223372036854775807) AND action <> 'case_seal'
   AND NOT EXISTS (SELECT 1 FROM entry_redaction AS r WHERE r.entry = j.entry AND r.hidden = 1)
 ORDER BY entry DESC LIMIT ?2;
