-- The timelines of these cases, in any order.
SELECT a.case_id, a.id, a.kind, a.on_day, a.person_id, a.fields,
       (SELECT n.name FROM account AS n WHERE n.id = CAST(a.fields ->> 'approved_by' AS INTEGER)) AS approver
  FROM json_each(:cases) AS asked
  JOIN act AS a ON a.case_id = asked.value;
