-- The measures in a case, oldest first; in force is what has not ended and was carried out or stands on the card as such.
SELECT person_id, id, kind, decided_on, executed_on, expires_on, ended_on, decided_by, place, reason, deposit,
       ended_on IS NULL AND (executed_on IS NOT NULL OR act_id IS NULL) AS is_current
  FROM measure
 WHERE case_id = ?1
 ORDER BY person_id, ifnull(executed_on, ifnull(decided_on, '')), id;
