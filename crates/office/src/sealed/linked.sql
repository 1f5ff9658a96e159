-- The cases that are linked with case ?1.
SELECT c.id AS case_id, c.register_no, c.title, l.kind AS text
  FROM case_link AS l
  JOIN case_file AS c ON c.id = iif(l.case_id = ?1, l.other_case_id, l.case_id)
 WHERE l.case_id = ?1 OR l.other_case_id = ?1
 ORDER BY c.id;
