-- The last register number with a year and line: the longest, and of those the greatest.
SELECT register_no
  FROM case_file
 WHERE substr(register_no, 1, 8) = ?1
 ORDER BY length(register_no) DESC, register_no DESC
 LIMIT 1;
