-- Where other cases name case :case or one of :names: in a title, a summary, a note, an act's note. What people wrote there stays.
WITH name(text) AS (
  SELECT register_no FROM case_file WHERE id = :case
  UNION SELECT number FROM case_number WHERE case_id = :case
  UNION SELECT value FROM json_each(:names)
), said(case_id, text) AS (
  SELECT id, title FROM case_file
  UNION ALL SELECT id, summary FROM case_file WHERE summary <> ''
  UNION ALL SELECT case_id, text FROM note
  UNION ALL SELECT case_id, note FROM act WHERE note <> ''
)
SELECT c.id AS case_id, c.register_no, c.title, s.text
  FROM said AS s
  JOIN case_file AS c ON c.id = s.case_id
 WHERE s.case_id <> :case AND EXISTS (SELECT 1 FROM name AS n WHERE n.text <> '' AND instr(s.text, n.text) > 0)
 ORDER BY c.id, s.text
 LIMIT 200;
