SELECT s.id, s.name, s.fingerprint, s.kind, s.mapping,
       (SELECT max(r.on_day) FROM import_run AS r WHERE r.source_id = s.id) AS last_on
  FROM import_source AS s
 ORDER BY (SELECT max(r.id) FROM import_run AS r WHERE r.source_id = s.id) DESC, s.id DESC
