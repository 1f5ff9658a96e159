-- What decides which checks look at a case.
SELECT c.id, c.line, c.category, c.accepted_on
  FROM json_each(:cases) AS asked
  JOIN case_file AS c ON c.id = asked.value
 ORDER BY c.id;
