-- The measures against the people of these cases. The day on which the family was told stands in the act that took it.
SELECT m.case_id, m.person_id, m.id, m.kind, m.decided_on, m.executed_on, m.expires_on, m.ended_on,
       (SELECT a.fields ->> 'family_told_on' FROM act AS a WHERE a.id = m.act_id) AS family_told_on
  FROM json_each(:cases) AS asked
  JOIN measure AS m ON m.case_id = asked.value
 ORDER BY m.case_id, m.id;
