-- The timelines of these cases, in any order.
SELECT a.case_id, a.id, a.kind, a.on_day, a.person_id, a.fields
  FROM json_each(:cases) AS asked
  JOIN act AS a ON a.case_id = asked.value;
