INSERT INTO import_officer (officer_id, source_id, key, said) VALUES (?1, ?2, ?3, ?4)
