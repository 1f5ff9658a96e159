-- The timelines of these cases, in any order, as far as the state of a case follows from them.
SELECT a.case_id, a.id, a.kind, a.on_day, a.person_id, a.fields
  FROM json_each(?1) AS asked
  JOIN act AS a ON a.case_id = asked.value;
