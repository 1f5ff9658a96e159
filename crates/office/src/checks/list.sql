-- Findings that hold on :day, those of the newest case first, after a place. Index of a check: finding_by_check.
WITH asked AS (SELECT :check, :severity, :case, :line, :department, :staff, :source, :after_case, :after_check, :after_subject)
SELECT f.case_id, f.check_id, f.subject, f.severity, f.from_day, f.values_json, f.fingerprint,
       a.answer AS answer_kind, a.reason AS answer_reason, a.on_day AS answer_on, w.name AS answer_by,
       c.register_no, c.title, h.name AS handler
  FROM finding AS f
  JOIN case_file AS c ON c.id = f.case_id
  LEFT JOIN assignment AS n ON n.case_id = f.case_id AND n.role = 'handler' AND n.ended_on IS NULL
  LEFT JOIN account AS h ON h.id = n.account_id
  LEFT JOIN finding_answer AS a
         ON a.case_id = f.case_id AND a.check_id = f.check_id AND a.subject = f.subject AND a.fingerprint = f.fingerprint
  LEFT JOIN account AS w ON w.id = a.account_id
 WHERE f.from_day <= :day AND f.until_day >= :day
   AND f.check_id = :check -- if check
   AND f.severity = :severity -- if severity
   AND f.case_id = :case -- if case
   AND c.line = :line -- if line
   AND c.department_id = :department -- if department
   AND f.case_id IN (SELECT case_id FROM assignment WHERE account_id = :staff AND ended_on IS NULL) -- if staff
   AND f.case_id IN (SELECT case_id FROM import_row WHERE source_id = :source UNION ALL SELECT case_id FROM import_hearing WHERE source_id = :source) -- if source
   AND a.id IS NOT NULL -- if answered
   AND a.id IS NULL -- if open
   AND (f.case_id < :after_case OR (f.case_id = :after_case AND (f.check_id, f.subject) > (:after_check, :after_subject))) -- if after
 ORDER BY f.case_id DESC, f.check_id, f.subject
 LIMIT :limit;
