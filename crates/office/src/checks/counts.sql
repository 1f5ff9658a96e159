-- How many findings each check has on :day, open and answered. The conditions are those of list.sql.
WITH asked AS (SELECT :check, :severity, :case, :line, :department, :handler, :source)
SELECT f.check_id, count(*) - count(a.id) AS open, count(a.id) AS answered, count(DISTINCT f.case_id) AS cases
  FROM finding AS f
  JOIN case_file AS c ON c.id = f.case_id
  LEFT JOIN finding_answer AS a
         ON a.case_id = f.case_id AND a.check_id = f.check_id AND a.subject = f.subject AND a.fingerprint = f.fingerprint
 WHERE f.from_day <= :day AND f.until_day >= :day
   AND f.check_id = :check -- if check
   AND f.severity = :severity -- if severity
   AND f.case_id = :case -- if case
   AND c.line = :line -- if line
   AND c.department_id = :department -- if department
   AND f.case_id IN (SELECT case_id FROM assignment WHERE account_id = :handler AND role = 'handler' AND ended_on IS NULL) -- if handler
   AND f.case_id IN (SELECT case_id FROM import_row WHERE source_id = :source UNION ALL SELECT case_id FROM import_hearing WHERE source_id = :source) -- if source
   AND a.id IS NOT NULL -- if answered
   AND a.id IS NULL -- if open
 GROUP BY f.check_id;
