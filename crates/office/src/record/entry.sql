-- Entry ?1, unless nothing stays of it since a case was sealed, or it is a sealing itself.
SELECT entry, at, day, account_id, person, workstation, action, reason, detail, undoes, schema, changeset, parent_hash, hash,
       signed_by, signature
  FROM journal AS j
 WHERE j.entry = ?1 AND j.action <> 'case_seal'
   AND NOT EXISTS (SELECT 1 FROM entry_redaction AS r WHERE r.entry = j.entry AND r.hidden = 1);
