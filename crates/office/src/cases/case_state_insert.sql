-- The row of a case, from its head, what was worked out of its acts and people, its handler and its next due date.
INSERT INTO case_state (case_id, register_no, number, title, line, function, category, cause, stage, outcome, is_open,
                        department_id, handler_id, accepted_on, closed_on, persons, person_count, in_custody, is_minor,
                        is_sensitive, last_act_on, last_act, next_due_on, next_due_rule, out_with, out_since)
SELECT c.id, c.register_no,
       ifnull((SELECT n.number FROM case_number AS n WHERE n.case_id = c.id AND n.kind = 'department' ORDER BY n.id LIMIT 1), ''),
       c.title, c.line, :function, c.category, c.cause, :stage, :outcome, :is_open,
       ifnull(c.department_id, a.department_id), g.account_id, c.accepted_on, :closed_on, :persons, :person_count,
       :in_custody, :is_minor, :is_sensitive, :last_act_on, :last_act, d.safe_due_on, ifnull(d.rule, ''), :out_with, :out_since
  FROM case_file AS c
  LEFT JOIN assignment AS g ON g.case_id = c.id AND g.role = 'handler' AND g.ended_on IS NULL
  LEFT JOIN account AS a ON a.id = g.account_id
  LEFT JOIN (SELECT rule, safe_due_on FROM deadline WHERE case_id = :case_id AND is_open = 1 AND optional = 0 AND by_whom = 'office' AND rule <> 'reminder' AND :is_open
              ORDER BY safe_due_on, rule, subject LIMIT 1) AS d
 WHERE c.id = :case_id;
