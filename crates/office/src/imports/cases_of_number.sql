SELECT DISTINCT c.id, c.category, c.register_no
  FROM case_number AS n
  JOIN case_file AS c ON c.id = n.case_id
 WHERE n.normalised = ?1 AND n.kind = ?2
 ORDER BY c.id
