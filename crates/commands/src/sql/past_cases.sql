-- The register, case by case.
SELECT s.case_id, s.register_no, s.title, s.category, s.stage, ifnull(a.name, '') AS handler, s.accepted_on, s.is_open
  FROM case_state AS s
  LEFT JOIN account AS a ON a.id = s.handler_id
 ORDER BY s.register_no, s.case_id;
