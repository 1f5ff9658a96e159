-- One draw with the names of who was chosen and who drew.
SELECT d.on_day, d.method, d.seed, d.candidates, d.excluded, d.chosen_id, a.name AS chosen_name,
       ifnull(b.name, '') AS drawn_by
  FROM draw AS d
  JOIN account AS a ON a.id = d.chosen_id
  LEFT JOIN account AS b ON b.id = d.drawn_by
 WHERE d.id = ?1;
