UPDATE import_row SET row_count = ?2, said = ?3, supposed = ?4, vanished_on = NULL WHERE id = ?1
