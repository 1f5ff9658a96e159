-- How many open cases of each category everybody handles, apart from case :except. Index: assignment_carried.
SELECT g.account_id, s.category, count(*) AS cases
  FROM assignment AS g
  JOIN case_state AS s ON s.case_id = g.case_id
 WHERE g.ended_on IS NULL AND g.role = 'handler' AND s.is_open AND g.case_id <> :except
 GROUP BY g.account_id, s.category;
