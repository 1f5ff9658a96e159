UPDATE import_difference SET decision = ?2, decided_on = ?3, decided_by = ?4 WHERE id = ?1
