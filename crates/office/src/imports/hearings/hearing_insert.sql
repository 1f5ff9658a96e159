INSERT INTO import_hearing (case_id, hearing_id, source_id, key, said) VALUES (?1, ?2, ?3, ?4, ?5);
