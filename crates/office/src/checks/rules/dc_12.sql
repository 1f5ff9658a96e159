-- title zh    已办结但有人员未作决定
-- title en    Concluded while somebody has no decision
-- rule zh     全案办结前，应当对每名犯罪嫌疑人、被告人作出决定；在押的还应当处理强制措施。
-- rule en     Before a case is concluded each suspect and defendant has a decision, and custody is dealt with.
-- do zh       补录对该人的决定；确未作出的，恢复办理。
-- do en       Record the decision on this person; where there is none, reopen the case.
-- severity    stop
-- applies     arrest prosecution extension
-- basis       CPL 90; CPL 169; Rules 664
-- in force    2018-10-26 ..
-- good        case arrest_review 2026-01-05; person 张某; act arrest_approved 2026-01-10 of=张某; act closed 2026-01-11 outcome=approved
-- good        case arrest_review 2026-01-05; person 张某; act closed 2026-01-11 outcome=approved
-- bad         case arrest_review 2026-01-05; person 张某; person 李某; act arrest_approved 2026-01-10 of=张某
--             act closed 2026-01-11 outcome=approved; finds person:2
-- bad         case first_instance_prosecution 2026-01-05; person 张某; measure 张某 arrest executed_on=2026-01-01
--             act closed 2026-01-11 outcome=起诉; finds person:1
SELECT c.case_id, 'person:' || p.id AS subject, p.name AS person, max(c.on_day) AS on_day
  FROM scope
  JOIN act AS c ON c.case_id = scope.case_id AND c.kind = 'closed'
  JOIN person AS p ON p.case_id = c.case_id AND p.role IN law_person_role_accused
 WHERE NOT EXISTS (SELECT 1 FROM act AS d
                    WHERE d.case_id = c.case_id AND d.kind IN law_act_concluding AND d.kind NOT IN law_act_closing
                      AND (d.person_id IS NULL OR d.person_id = p.id))
   -- A ledger tells the end of a case and not always the decisions: what is told of one person is asked of all.
   AND (EXISTS (SELECT 1 FROM act AS d
                 WHERE d.case_id = c.case_id AND d.kind IN law_act_concluding AND d.kind NOT IN law_act_closing
                   AND d.person_id IS NOT NULL)
        OR EXISTS (SELECT 1 FROM measure AS m
                    WHERE m.person_id = p.id AND m.kind IN law_measure_custody AND m.ended_on IS NULL))
   AND NOT EXISTS (SELECT 1 FROM act AS o WHERE o.case_id = c.case_id AND o.kind = 'reopened' AND o.on_day >= c.on_day)
   AND NOT EXISTS (SELECT 1 FROM act AS s
                    WHERE s.case_id = c.case_id AND s.kind = 'separated' AND CAST(s.fields ->> 'person' AS INTEGER) = p.id)
 GROUP BY p.id;
