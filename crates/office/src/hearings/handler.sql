SELECT a.id, a.name, a.post
  FROM assignment AS s
  JOIN account AS a ON a.id = s.account_id
 WHERE s.case_id = ?1 AND s.role = 'handler' AND s.ended_on IS NULL;
