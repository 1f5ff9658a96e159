-- How many findings each check has on :day, open and answered. The conditions are those of list.sql. The findings are gone through in
-- the order in which they lie, case by case: along the index of a check each would be sought for its days.
WITH asked AS (SELECT :check, :severity, :case, :line, :department, :staff, :source)
SELECT check_id, sum(found) - sum(answered) AS open, sum(answered) AS answered, count(*) AS cases
  FROM (SELECT f.case_id, f.check_id, count(*) AS found, count(a.id) AS answered
          FROM finding AS f
          LEFT JOIN finding_answer AS a
                 ON a.case_id = f.case_id AND a.check_id = f.check_id AND a.subject = f.subject AND a.fingerprint = f.fingerprint
         WHERE f.from_day <= :day AND f.until_day >= :day
           AND f.check_id = :check -- if check
           AND f.severity = :severity -- if severity
           AND f.case_id = :case -- if case
           AND f.case_id IN (SELECT id FROM case_file WHERE line = :line) -- if line
           AND f.case_id IN (SELECT id FROM case_file WHERE department_id = :department) -- if department
           AND f.case_id IN (SELECT case_id FROM assignment WHERE account_id = :staff AND ended_on IS NULL) -- if staff
           AND f.case_id IN (SELECT case_id FROM import_row WHERE source_id = :source UNION ALL SELECT case_id FROM import_hearing WHERE source_id = :source) -- if source
           AND a.id IS NOT NULL -- if answered
           AND a.id IS NULL -- if open
         GROUP BY f.case_id, f.check_id)
 GROUP BY check_id;
