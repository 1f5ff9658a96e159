-- The cases that a case belongs with, from either side.
SELECT k.id, k.kind, k.case_id = ?1 AS outgoing, c.id AS other, c.register_no, c.title, c.category
  FROM case_link AS k
  JOIN case_file AS c ON c.id = CASE WHEN k.case_id = ?1 THEN k.other_case_id ELSE k.case_id END
 WHERE k.case_id = ?1 OR k.other_case_id = ?1
 ORDER BY k.id;
