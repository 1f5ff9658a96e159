-- Everybody who handles or handled case ?1, newest first. Index: assignment_of.
SELECT g.id, g.account_id, a.name, g.role, g.mode, g.reason, g.reason_text, g.decided_by, g.draw_id, g.started_on, g.ended_on
  FROM assignment AS g
  JOIN account AS a ON a.id = g.account_id
 WHERE g.case_id = ?1
 ORDER BY g.ended_on IS NOT NULL, g.started_on DESC, g.id DESC;
