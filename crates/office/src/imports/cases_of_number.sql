-- The cases that have a number, and whether each has another department number than ?3, where that is one.
SELECT DISTINCT c.id, c.category, c.register_no,
       ?3 IS NOT NULL
       AND EXISTS (SELECT 1 FROM case_number AS d WHERE d.case_id = c.id AND d.kind = 'department')
       AND NOT EXISTS (SELECT 1 FROM case_number AS d
                        WHERE d.case_id = c.id AND d.kind = 'department' AND d.normalised = ?3) AS has_other
  FROM case_number AS n
  JOIN case_file AS c ON c.id = n.case_id
 WHERE n.normalised = ?1 AND n.kind = ?2
 ORDER BY c.id
