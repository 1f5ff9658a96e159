-- The cases with a person called ?1, newest first.
SELECT c.id, c.register_no, c.title, c.category, c.accepted_on, ifnull(s.is_open, 1) AS is_open, p.name AS what, p.role,
       p.birth, p.id_number
  FROM person AS p
  JOIN case_file AS c ON c.id = p.case_id
  LEFT JOIN case_state AS s ON s.case_id = c.id
 WHERE p.name = ?1
 ORDER BY c.id DESC
 LIMIT 60;
