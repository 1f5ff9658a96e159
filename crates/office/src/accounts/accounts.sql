-- Everybody who works or worked here.
SELECT a.id, a.login, a.name, a.staff_no, a.post, a.department_id, ifnull(d.name, '') AS department, a.in_quota,
       a.handles_minors, a.on_duty, a.case_cap, a.started_on, a.ended_on
  FROM account AS a
  LEFT JOIN department AS d ON d.id = a.department_id
 ORDER BY a.ended_on IS NOT NULL, ifnull(d.position, 1000), a.id;
