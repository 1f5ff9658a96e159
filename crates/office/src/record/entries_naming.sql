-- Entries that say something of a case, oldest first: those that touched it; those that name it and touched no case at all, or name
-- it by its register number; those that may have written rows about it, of which another case's entries may tell. What is packed
-- may hold any row.
SELECT j.*, EXISTS (SELECT 1 FROM journal_case AS c WHERE c.case_id = :case AND c.entry = j.entry) AS touched,
       EXISTS (SELECT 1 FROM journal_case AS c WHERE c.case_id <> :case AND c.entry = j.entry) AS touched_others,
       ifnull(j.detail ->> '$.case' IN (:case, :register_no), 0) AS of_it
  FROM journal AS j
 WHERE j.action <> 'case_seal'
   AND (j.entry IN (SELECT entry FROM journal_case WHERE case_id = :case)
        OR j.detail ->> '$.case' IN (:case, :register_no)
        OR instr(j.detail, :register_no) > 0 OR instr(j.reason, :register_no) > 0
        OR (NOT EXISTS (SELECT 1 FROM journal_case AS c WHERE c.entry = j.entry)
            AND EXISTS (SELECT 1 FROM json_each(:names) AS n
                         WHERE instr(j.detail, n.value) > 0 OR instr(j.reason, n.value) > 0))
        OR j.action IN ('intake_refuse', 'account_save', 'undo', 'redo')
        OR (j.action IN ('case_register', 'case_change', 'case_unseal', 'import_run', 'import_decide', 'sample_fill')
            AND (instr(j.changeset, CAST('case_link' AS BLOB)) > 0 OR substr(j.changeset, 1, 1) = :packed)))
 ORDER BY j.entry;
