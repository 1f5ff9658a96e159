-- The cases with a number whose key is ?1, newest first.
SELECT c.id, c.register_no, c.title, c.category, c.accepted_on, ifnull(s.is_open, 1) AS is_open, n.number AS what
  FROM case_number AS n
  JOIN case_file AS c ON c.id = n.case_id
  LEFT JOIN case_state AS s ON s.case_id = c.id
 WHERE n.normalised = ?1
 ORDER BY c.id DESC
 LIMIT 30;
