SELECT r.id, s.name AS source, r.file_name, r.on_day, r.counts, ifnull(a.name, '') AS by,
       (SELECT count(*) FROM import_difference AS d WHERE d.source_id = s.id AND d.decision IS NULL) AS undecided
  FROM import_run AS r
  JOIN import_source AS s ON s.id = r.source_id
  LEFT JOIN account AS a ON a.id = r.account_id
 ORDER BY r.id DESC
 LIMIT 500
