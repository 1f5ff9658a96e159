-- The head of a case as its page shows it.
SELECT c.id, c.register_no, s.number, c.line, s.function, c.category, c.title, c.cause_code, c.cause, c.source, c.from_unit,
       c.received_on, c.accepted_on, s.department_id, ifnull(d.name, '') AS department, c.summary, c.checklist, c.card,
       ifnull(r.name, '') AS registered_by, s.stage, s.outcome, s.is_open, s.closed_on, s.handler_id,
       ifnull(h.name, '') AS handler, s.in_custody, s.is_minor, s.is_sensitive, s.next_due_on, s.next_due_rule, s.out_with,
       s.out_since
  FROM case_file AS c
  JOIN case_state AS s ON s.case_id = c.id
  LEFT JOIN department AS d ON d.id = s.department_id
  LEFT JOIN account AS r ON r.id = c.registered_by
  LEFT JOIN account AS h ON h.id = s.handler_id
 WHERE c.id = ?1;
