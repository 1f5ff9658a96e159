-- title zh    成年人与未成年人共同犯罪未分案
-- title en    Adults and minors in one case, not separated
-- rule zh     未成年人与成年人共同犯罪案件，应当分别办理；分案可能影响审理的，可以不分案，但应当说明。
-- rule en     Minors and adults are handled in separate cases, but where separation harms the trial, and then with a note.
-- do zh       办理分案，或者在答复中说明不分案的理由。
-- do en       Separate the cases, or explain why not.
-- severity    high
-- applies     prosecution
-- basis       Rules 459
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某 minor_at_act=1; person 王某 minor_at_act=1
-- good        case first_instance_prosecution 2026-01-05; person 张某 minor_at_act=1; person 王某; act separated 2026-01-10
-- bad         case first_instance_prosecution 2026-01-05; person 张某 minor_at_act=1; person 王某; finds case
SELECT p.case_id, 'case' AS subject, min(p.name) AS person
  FROM scope
  JOIN person AS p ON p.case_id = scope.case_id AND p.minor_at_act = 1 AND p.role IN law_person_role_accused
 WHERE EXISTS (SELECT 1 FROM person AS g
                WHERE g.case_id = p.case_id AND g.role IN law_person_role_accused AND g.kind = 'natural' AND coalesce(g.minor_at_act, 0) = 0)
   AND NOT EXISTS (SELECT 1 FROM act AS a WHERE a.case_id = p.case_id AND a.kind = 'separated')
 GROUP BY p.case_id;
