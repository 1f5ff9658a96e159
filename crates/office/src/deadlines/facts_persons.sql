-- The people of these cases.
SELECT p.case_id, p.id, p.role, p.birth
  FROM json_each(:cases) AS asked
  JOIN person AS p ON p.case_id = asked.value
 ORDER BY p.case_id, p.id;
