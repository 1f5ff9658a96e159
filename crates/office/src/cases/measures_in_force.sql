-- The measures in force in these cases. An arrest that an act decided holds from its execution on.
SELECT m.person_id, m.kind
  FROM json_each(?1) AS asked
  JOIN measure AS m ON m.case_id = asked.value
 WHERE m.ended_on IS NULL AND (m.executed_on IS NOT NULL OR m.act_id IS NULL);
