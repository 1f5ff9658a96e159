INSERT INTO import_difference (case_id, source_id, field, person, file_value, record_value, found_on)
VALUES (:case_id, :source_id, :field, :person, :file_value, :record_value, :found_on)
