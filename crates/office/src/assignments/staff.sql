-- What everybody who works here carries on :day, apart from case :except.
SELECT a.id, a.name, a.post, a.in_quota, a.handles_minors, a.on_duty, a.case_cap, a.department_id,
       ifnull(d.kind, '') AS department_kind, ifnull(d.name, '') AS department, a.started_on, a.ended_on,
       (SELECT reason FROM absence AS b WHERE b.account_id = a.id AND :day BETWEEN b.from_day AND b.to_day LIMIT 1) AS away
  FROM account AS a
  LEFT JOIN department AS d ON d.id = a.department_id
 ORDER BY a.id;
