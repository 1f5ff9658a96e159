-- All texts that can be found, case by case: 1 case, 2 person, 3 number, 4 note. What is an identity number has a mark of its own (5).
SELECT case_id, 1 AS kind, case_id AS id, register_no AS text, 1 AS mark FROM case_state
UNION ALL SELECT case_id, 1, case_id, title, 1 FROM case_state
UNION ALL SELECT case_id, 1, case_id, cause, 1 FROM case_state WHERE cause <> ''
UNION ALL SELECT case_id, 2, id, name, 2 FROM person
UNION ALL SELECT case_id, 2, id, alias, 2 FROM person WHERE alias <> ''
UNION ALL SELECT case_id, 2, id, id_number, 5 FROM person WHERE id_number <> ''
UNION ALL SELECT case_id, 3, id, number, 3 FROM case_number
UNION ALL SELECT case_id, 4, id, text, 4 FROM note
UNION ALL SELECT id, 4, id, summary, 4 FROM case_file WHERE summary <> ''
ORDER BY case_id, kind, id;
