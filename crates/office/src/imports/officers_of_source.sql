SELECT i.id, i.key, o.name
  FROM import_officer AS i
  JOIN officer AS o ON o.id = i.officer_id
 WHERE i.source_id = ?1 AND i.vanished_on IS NULL
 ORDER BY i.id
