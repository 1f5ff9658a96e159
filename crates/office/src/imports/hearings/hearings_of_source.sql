SELECT i.id, i.key, i.case_id, c.title || ' ' || coalesce(h.held_on, '')
  FROM import_hearing AS i
  JOIN case_file AS c ON c.id = i.case_id
  JOIN hearing AS h ON h.id = i.hearing_id
 WHERE i.source_id = ?1 AND i.vanished_on IS NULL
 ORDER BY i.id;
