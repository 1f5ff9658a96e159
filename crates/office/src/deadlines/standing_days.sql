-- The due dates of these cases with their days.
SELECT d.case_id, c.register_no, d.rule, d.subject, d.trigger_on, d.safe_due_on, d.due_on
  FROM json_each(:cases) AS asked
  JOIN deadline AS d ON d.case_id = asked.value
  JOIN case_file AS c ON c.id = d.case_id;
