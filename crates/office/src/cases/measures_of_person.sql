-- The measures against one person, oldest first.
SELECT id, kind, decided_on, executed_on, expires_on, ended_on, decided_by, place, reason, deposit
  FROM measure
 WHERE person_id = ?1
 ORDER BY ifnull(executed_on, ifnull(decided_on, '')), id;
