-- The timeline, as far as the state of the case follows from it.
SELECT kind, on_day, person_id, fields
  FROM act
 WHERE case_id = ?1
 ORDER BY on_day, id;
