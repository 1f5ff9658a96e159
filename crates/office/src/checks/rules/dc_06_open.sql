-- title zh    同一犯罪嫌疑人的两件在办案件未关联
-- title en    Two open cases of one suspect not linked
-- rule zh     同一犯罪嫌疑人有两件以上在办案件的，应当关联，并考虑并案。
-- rule en     Open cases of one suspect are linked, and joining is considered.
-- do zh       建立关联；应当并案的，办理并案。
-- do en       Link the cases; join them where that is due.
-- severity    medium
-- applies     criminal
-- basis       Reply22; Practice
-- in force    2022-11-15 ..
-- across      yes
-- good        case first_instance_prosecution 2026-01-05; person 张某 id_number=11010519491231002X
--             case first_instance_prosecution 2026-01-05; person 张某 id_number=11010519491231002X; link related
-- good        case first_instance_prosecution 2026-01-05; person 张某 id_number=11010519491231002X; act closed 2026-02-01 outcome=完
--             case first_instance_prosecution 2026-01-05; person 张某 id_number=11010519491231002X
-- bad         case first_instance_prosecution 2026-01-05; person 张某 id_number=11010519491231002X
--             case first_instance_prosecution 2026-01-05; person 张某 id_number=11010519491231002X; finds case:1
SELECT p.case_id, 'case:' || q.case_id AS subject, q.case_id AS other_case_id, min(p.name) AS person, min(c.register_no) AS other_case
  FROM scope
  JOIN person AS p ON p.case_id = scope.case_id AND p.id_number <> '' AND p.role IN law_person_role_accused
  JOIN person AS q ON q.id_number = p.id_number AND q.id_number <> '' AND q.case_id <> p.case_id AND q.role IN law_person_role_accused
  JOIN case_file AS c ON c.id = q.case_id
 WHERE NOT EXISTS (SELECT 1 FROM case_link AS l
                    WHERE (l.case_id = p.case_id AND l.other_case_id = q.case_id) OR (l.case_id = q.case_id AND l.other_case_id = p.case_id))
   AND NOT EXISTS (SELECT 1 FROM act AS e WHERE e.case_id = p.case_id AND (e.kind IN law_act_closing OR e.kind IN law_act_concluding))
   AND NOT EXISTS (SELECT 1 FROM act AS e WHERE e.case_id = q.case_id AND (e.kind IN law_act_closing OR e.kind IN law_act_concluding))
 GROUP BY p.case_id, q.case_id;
