-- The papers of a case that were made, newest first. Index: paper_made_of.
SELECT m.paper, m.name, m.form, m.on_day, ifnull(a.name, '') AS by
  FROM paper_made AS m
  LEFT JOIN account AS a ON a.id = m.made_by
 WHERE m.case_id = ?1
 ORDER BY m.id DESC;
