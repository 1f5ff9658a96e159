SELECT id, kind, on_day, person_id, fields FROM act WHERE case_id = ?1 ORDER BY on_day, id
