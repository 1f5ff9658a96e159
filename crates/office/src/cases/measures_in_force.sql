-- The measures in force in a case. An arrest that an act decided holds from its execution on.
SELECT person_id, kind
  FROM measure
 WHERE case_id = ?1 AND ended_on IS NULL AND (executed_on IS NOT NULL OR act_id IS NULL);
