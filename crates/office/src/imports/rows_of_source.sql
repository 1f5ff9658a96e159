SELECT r.id, r.case_id, r.key, r.row_count, c.title
  FROM import_row AS r
  JOIN case_file AS c ON c.id = r.case_id
 WHERE r.source_id = ?1 AND r.vanished_on IS NULL
 ORDER BY r.id
