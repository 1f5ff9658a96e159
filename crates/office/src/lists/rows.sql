-- The rows of the cases in a JSON array, in its order; the pieces in braces are the columns that depend on the day.
SELECT case_state.case_id, case_state.register_no, case_state.number, case_state.title, case_state.persons,
       case_state.person_count, case_state.cause, case_state.line, case_state.function, case_state.category,
       case_state.stage, case_state.outcome, case_state.is_open, case_state.handler_id, ifnull(a.name, '') AS handler,
       case_state.department_id, ifnull(d.name, '') AS department, case_state.accepted_on, case_state.closed_on,
       case_state.last_act_on, case_state.last_act, case_state.next_due_on, case_state.next_due_rule,
       ({due_state}) AS due_state, case_state.in_custody, case_state.is_minor, case_state.is_sensitive,
       case_state.out_with, case_state.out_since, ({findings}) AS findings
  FROM json_each({ids}) AS j
 CROSS JOIN case_state ON case_state.case_id = j.value
  LEFT JOIN account AS a ON a.id = case_state.handler_id
  LEFT JOIN department AS d ON d.id = case_state.department_id
 ORDER BY j.key;
