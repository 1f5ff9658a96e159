-- The cases with a person whose identity number is ?1, newest first.
SELECT c.id, c.register_no, c.title, c.category, c.accepted_on, ifnull(s.is_open, 1) AS is_open, p.name AS what
  FROM person AS p
  JOIN case_file AS c ON c.id = p.case_id
  LEFT JOIN case_state AS s ON s.case_id = c.id
 WHERE p.id_number = ?1 AND p.id_number <> ''
 ORDER BY c.id DESC
 LIMIT 30;
