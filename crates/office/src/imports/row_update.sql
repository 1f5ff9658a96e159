UPDATE import_row SET row_count = ?2, said = ?3, vanished_on = NULL WHERE id = ?1
