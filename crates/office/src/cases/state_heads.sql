-- The heads of these cases.
SELECT c.id, c.line, c.category
  FROM json_each(?1) AS asked
  JOIN case_file AS c ON c.id = asked.value;
