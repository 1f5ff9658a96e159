-- The row of a case where it is not so already, from its head, what was worked out of its acts and people, its handler and its next due date.
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
 WHERE c.id = :case_id
    ON CONFLICT (case_id) DO UPDATE
   SET (register_no, number, title, line, function,
        category, cause, stage, outcome, is_open,
        department_id, handler_id, accepted_on, closed_on, persons,
        person_count, in_custody, is_minor, is_sensitive, last_act_on,
        last_act, next_due_on, next_due_rule, out_with, out_since) =
       (excluded.register_no, excluded.number, excluded.title, excluded.line, excluded.function,
        excluded.category, excluded.cause, excluded.stage, excluded.outcome, excluded.is_open,
        excluded.department_id, excluded.handler_id, excluded.accepted_on, excluded.closed_on, excluded.persons,
        excluded.person_count, excluded.in_custody, excluded.is_minor, excluded.is_sensitive, excluded.last_act_on,
        excluded.last_act, excluded.next_due_on, excluded.next_due_rule, excluded.out_with, excluded.out_since)
 WHERE (case_state.register_no, case_state.number, case_state.title, case_state.line, case_state.function,
        case_state.category, case_state.cause, case_state.stage, case_state.outcome, case_state.is_open,
        case_state.department_id, case_state.handler_id, case_state.accepted_on, case_state.closed_on, case_state.persons,
        case_state.person_count, case_state.in_custody, case_state.is_minor, case_state.is_sensitive, case_state.last_act_on,
        case_state.last_act, case_state.next_due_on, case_state.next_due_rule, case_state.out_with, case_state.out_since) IS NOT
       (excluded.register_no, excluded.number, excluded.title, excluded.line, excluded.function,
        excluded.category, excluded.cause, excluded.stage, excluded.outcome, excluded.is_open,
        excluded.department_id, excluded.handler_id, excluded.accepted_on, excluded.closed_on, excluded.persons,
        excluded.person_count, excluded.in_custody, excluded.is_minor, excluded.is_sensitive, excluded.last_act_on,
        excluded.last_act, excluded.next_due_on, excluded.next_due_rule, excluded.out_with, excluded.out_since);
