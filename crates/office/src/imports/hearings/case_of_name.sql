-- The cases that a row may mean: by register number (?1) or the key of a number (?2), or where ?3 by the very title.
SELECT id, register_no
  FROM case_file
 WHERE CASE WHEN ?3 THEN title = ?1
            ELSE register_no = ?1 OR id IN (SELECT case_id FROM case_number WHERE normalised = ?2 AND ?2 <> '')
       END
 ORDER BY id
 LIMIT 20;
