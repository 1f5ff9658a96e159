SELECT id FROM import_difference WHERE case_id = ?1 AND source_id = ?2 AND field = ?3 AND person = ?4 AND file_value = ?5
