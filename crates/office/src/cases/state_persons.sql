-- The people of these cases in the order in which each case has them.
SELECT p.case_id, p.id, p.role, p.name, p.minor_at_act
  FROM json_each(?1) AS asked
  JOIN person AS p ON p.case_id = asked.value
 ORDER BY p.case_id, p.position, p.id;
