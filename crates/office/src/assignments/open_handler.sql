-- Who handles case ?1 now. Index: assignment_one_handler.
SELECT g.id, g.account_id, a.name
  FROM assignment AS g
  JOIN account AS a ON a.id = g.account_id
 WHERE g.case_id = ?1 AND g.role = 'handler' AND g.ended_on IS NULL;
