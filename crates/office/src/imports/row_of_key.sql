SELECT id, case_id, row_count, said, vanished_on IS NOT NULL FROM import_row WHERE source_id = ?1 AND key = ?2
