-- The accused of case ?1 (roles ?2), and whether each was a minor at the act.
SELECT name, ifnull(minor_at_act, 0) AS minor
  FROM person
 WHERE case_id = ?1 AND role IN (SELECT value FROM json_each(?2))
 ORDER BY position, id;
