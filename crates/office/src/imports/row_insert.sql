INSERT INTO import_row (case_id, source_id, key, row_count, said, supposed) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
