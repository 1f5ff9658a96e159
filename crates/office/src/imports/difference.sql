SELECT d.id, d.case_id, c.register_no, c.title, s.name AS source, d.field, d.person, d.file_value, d.record_value
  FROM import_difference AS d
  JOIN case_file AS c ON c.id = d.case_id
  JOIN import_source AS s ON s.id = d.source_id
 WHERE d.decision IS NULL AND d.id = ?1
