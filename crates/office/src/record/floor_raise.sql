-- The greatest register number of a year and line so far, as the floor of the next.
INSERT INTO register_floor (prefix, last)
SELECT ?1, max(CAST(substr(register_no, length(?1) + 1) AS INTEGER)) FROM case_file WHERE substr(register_no, 1, 8) = ?1
HAVING count(*) > 0
ON CONFLICT (prefix) DO UPDATE SET last = max(last, excluded.last);
