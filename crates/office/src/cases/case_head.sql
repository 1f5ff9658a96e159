-- The head of a case as it is recorded.
SELECT register_no, line, category, title, cause_code, cause, source, from_unit, received_on, accepted_on, department_id,
       summary, checklist, card
  FROM case_file
 WHERE id = ?1;
