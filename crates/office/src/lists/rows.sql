-- The rows of the cases in the JSON array :ids, in its order; findings as of :day.
SELECT s.case_id, s.register_no, s.number, s.title, s.persons, s.person_count, s.cause, s.line, s.function, s.category,
       s.stage, s.outcome, s.is_open, s.handler_id, ifnull(a.name, '') AS handler, s.department_id,
       ifnull(d.name, '') AS department, s.accepted_on, s.closed_on, s.last_act_on, s.last_act, s.next_due_on,
       s.next_due_rule, s.in_custody, s.is_minor, s.is_sensitive, s.out_with, s.out_since,
       (SELECT count(*) FROM finding AS f
         WHERE f.case_id = s.case_id AND f.from_day <= :day AND f.until_day >= :day
           AND NOT EXISTS (SELECT 1 FROM finding_answer AS w
                            WHERE w.case_id = f.case_id AND w.check_id = f.check_id AND w.subject = f.subject
                              AND w.fingerprint = f.fingerprint)) AS findings
  FROM json_each(:ids) AS j
 CROSS JOIN case_state AS s ON s.case_id = j.value
  LEFT JOIN account AS a ON a.id = s.handler_id
  LEFT JOIN department AS d ON d.id = s.department_id
 ORDER BY j.key;
