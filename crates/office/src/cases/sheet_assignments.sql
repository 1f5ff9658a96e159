-- Who handles and handled a case, oldest first.
SELECT g.id, g.account_id, a.name, g.role, g.mode, g.reason, g.reason_text, g.started_on, g.ended_on, g.draw_id
  FROM assignment AS g
  JOIN account AS a ON a.id = g.account_id
 WHERE g.case_id = ?1
 ORDER BY g.started_on, g.id;
