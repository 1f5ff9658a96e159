-- The rows of the cases in a JSON array, in its order; the pieces in braces are the columns that depend on the day.
SELECT case_state.*, ifnull(a.name, '') AS handler, ifnull(d.name, '') AS department,
       ({due_state}) AS due_state, ({findings}) AS findings
  FROM json_each({ids}) AS j
 CROSS JOIN case_state ON case_state.case_id = j.value
  LEFT JOIN account AS a ON a.id = case_state.handler_id
  LEFT JOIN department AS d ON d.id = case_state.department_id
 ORDER BY j.key;
