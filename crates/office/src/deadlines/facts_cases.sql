-- The heads of these cases, their flags, and what their people bring.
SELECT c.id, c.category, c.accepted_on, c.source,
       coalesce((SELECT json_group_array(f.flag) FROM case_flag AS f WHERE f.case_id = c.id), '[]') AS flags,
       EXISTS (SELECT 1 FROM person AS p WHERE p.case_id = c.id AND p.minor_at_act = 1) AS has_minor,
       EXISTS (SELECT 1 FROM person AS p
                WHERE p.case_id = c.id AND p.card <> '{}' AND p.card ->> 'public_office' = 'civil_servant') AS has_public_employee
  FROM json_each(:cases) AS asked
  JOIN case_file AS c ON c.id = asked.value;
