-- The findings of a case that hold on :day, with the answer to them and the last one to other values.
SELECT f.case_id, f.check_id, f.subject, f.severity, f.from_day, f.values_json, f.fingerprint,
       a.answer AS answer_kind, a.reason AS answer_reason, a.on_day AS answer_on, w.name AS answer_by,
       e.answer AS earlier_kind, e.reason AS earlier_reason, e.on_day AS earlier_on, v.name AS earlier_by
  FROM finding AS f
  LEFT JOIN finding_answer AS a
         ON a.case_id = f.case_id AND a.check_id = f.check_id AND a.subject = f.subject AND a.fingerprint = f.fingerprint
  LEFT JOIN account AS w ON w.id = a.account_id
  LEFT JOIN finding_answer AS e
         ON a.id IS NULL AND e.id = (SELECT max(id) FROM finding_answer
                                      WHERE case_id = f.case_id AND check_id = f.check_id AND subject = f.subject)
  LEFT JOIN account AS v ON v.id = e.account_id
 WHERE f.case_id = :case AND f.from_day <= :day AND f.until_day >= :day;
