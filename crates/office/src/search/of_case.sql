-- The texts of case ?1 that can be found; as everything.sql.
SELECT case_id, 1 AS kind, case_id AS id, register_no AS text, 1 AS mark FROM case_state WHERE case_id = ?1
UNION ALL SELECT case_id, 1, case_id, title, 1 FROM case_state WHERE case_id = ?1
UNION ALL SELECT case_id, 1, case_id, cause, 1 FROM case_state WHERE case_id = ?1 AND cause <> ''
UNION ALL SELECT case_id, 2, id, name, 2 FROM person WHERE case_id = ?1
UNION ALL SELECT case_id, 2, id, alias, 2 FROM person WHERE case_id = ?1 AND alias <> ''
UNION ALL SELECT case_id, 2, id, id_number, 5 FROM person WHERE case_id = ?1 AND id_number <> ''
UNION ALL SELECT case_id, 3, id, number, 3 FROM case_number WHERE case_id = ?1
UNION ALL SELECT case_id, 4, id, text, 4 FROM note WHERE case_id = ?1
UNION ALL SELECT id, 4, id, summary, 4 FROM case_file WHERE id = ?1 AND summary <> ''
ORDER BY kind, id;
