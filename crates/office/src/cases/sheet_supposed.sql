-- What imports supposed of the case, source by source.
SELECT s.name AS source, one.value ->> 0 AS code, one.value ->> 1 AS column
  FROM import_row AS r
  JOIN import_source AS s ON s.id = r.source_id
  JOIN json_each(r.supposed) AS one
 WHERE r.case_id = ?1
 ORDER BY r.id, one.key;
