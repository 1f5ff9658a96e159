-- The cases that entry ?1 concerns: those that it touched, and the one that it names, by id or by register number.
SELECT case_id FROM journal_case WHERE entry = ?1
UNION
SELECT f.id
  FROM journal AS j
  JOIN case_file AS f ON f.id = j.detail ->> '$.case' OR f.register_no = j.detail ->> '$.case'
 WHERE j.entry = ?1;
