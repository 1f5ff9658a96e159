-- title zh    已逮捕但审查起诉阶段强制措施不一致
-- title en    Arrested, but another measure at prosecution
-- rule zh     批准逮捕且未变更的，审查起诉阶段应当填录逮捕。
-- rule en     Where the arrest was not changed, it stands on the card at prosecution.
-- do zh       核对人员卡的强制措施。
-- do en       Check the measures on the person's card.
-- severity    medium
-- applies     first_instance_prosecution
-- basis       Practice
-- in force    2019-12-30 ..
-- across      yes
-- good        case arrest_review 2026-01-05; person 张某 id_number=110101199003070978; act arrest_approved 2026-01-10 of=张某
--             case first_instance_prosecution 2026-03-05; person 张某 id_number=110101199003070978; measure 张某 arrest executed_on=2026-01-10; link same_matter
-- bad         case arrest_review 2026-01-05; person 张某 id_number=110101199003070978; act arrest_approved 2026-01-10 of=张某
--             case first_instance_prosecution 2026-03-05; person 张某 id_number=110101199003070978; measure 张某 bail decided_on=2026-03-06; link same_matter; finds person:1
SELECT p.case_id, 'person:' || p.id AS subject, min(c.id) AS other_case_id, min(c.register_no) AS other_case, p.name AS person
  FROM scope
  JOIN person AS p ON p.case_id = scope.case_id AND p.id_number <> '' AND p.role IN law_person_role_accused
  JOIN person AS q ON q.id_number = p.id_number AND q.id_number <> '' AND q.case_id <> p.case_id
  JOIN case_file AS c ON c.id = q.case_id AND c.category = 'arrest_review'
  JOIN case_link AS l ON (l.case_id = scope.case_id AND l.other_case_id = c.id) OR (l.other_case_id = scope.case_id AND l.case_id = c.id)
  JOIN act AS a ON a.case_id = c.id AND a.kind = 'arrest_approved' AND coalesce(a.person_id, q.id) = q.id
 WHERE NOT EXISTS (SELECT 1 FROM measure AS m WHERE m.person_id = p.id AND m.kind = 'arrest')
 GROUP BY p.id;
