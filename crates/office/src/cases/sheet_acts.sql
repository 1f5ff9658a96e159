-- The timeline of a case, oldest first.
SELECT t.id, t.kind, t.on_day, t.person_id, ifnull(p.name, '') AS person, t.fields, t.note,
       ifnull(a.name, '') AS recorded_by
  FROM act AS t
  LEFT JOIN person AS p ON p.id = t.person_id
  LEFT JOIN account AS a ON a.id = t.recorded_by
 WHERE t.case_id = ?1
 ORDER BY t.on_day, t.id;
