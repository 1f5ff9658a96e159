-- The flags of these cases.
SELECT f.case_id, f.flag
  FROM json_each(?1) AS asked
  JOIN case_flag AS f ON f.case_id = asked.value;
