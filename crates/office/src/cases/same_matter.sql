-- The cases with a title (?1) from a unit (?2), newest first.
SELECT c.id, c.register_no, c.title, c.category, c.accepted_on, ifnull(s.is_open, 1) AS is_open, c.title AS what
  FROM case_file AS c
  LEFT JOIN case_state AS s ON s.case_id = c.id
 WHERE c.title = ?1 AND c.from_unit = ?2
 ORDER BY c.id DESC
 LIMIT 30;
