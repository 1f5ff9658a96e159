-- The cases that answer to an id (?1), a register number (?2) or the key of any number (?3, empty for none).
SELECT id, register_no
  FROM case_file
 WHERE id = ?1
    OR register_no = ?2
    OR id IN (SELECT case_id FROM case_number WHERE normalised = ?3 AND ?3 <> '')
 ORDER BY id
 LIMIT 20;
