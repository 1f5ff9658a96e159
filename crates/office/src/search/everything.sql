-- All texts that can be found, case by case: 1 case, 2 person, 3 number, 4 note.
SELECT case_id, 1 AS kind, case_id AS id, register_no AS text FROM case_state
UNION ALL SELECT case_id, 1, case_id, title FROM case_state
UNION ALL SELECT case_id, 1, case_id, cause FROM case_state WHERE cause <> ''
UNION ALL SELECT case_id, 2, id, name FROM person
UNION ALL SELECT case_id, 2, id, alias FROM person WHERE alias <> ''
UNION ALL SELECT case_id, 2, id, id_number FROM person WHERE id_number <> ''
UNION ALL SELECT case_id, 3, id, number FROM case_number
UNION ALL SELECT case_id, 4, id, text FROM note
UNION ALL SELECT id, 4, id, summary FROM case_file WHERE summary <> ''
ORDER BY case_id, kind, id;
