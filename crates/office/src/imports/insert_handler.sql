INSERT INTO assignment (case_id, account_id, role, mode, started_on) VALUES (?1, ?2, 'handler', 'imported', ?3)
