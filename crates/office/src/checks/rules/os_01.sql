-- title zh    全案办理结果与人员结果矛盾
-- title en    Result of the case and of its people contradict
-- rule zh     全案办结结果为不批准逮捕的，各嫌疑人都应当是不批准逮捕；一人案件的全案结果与该人结果一致。
-- rule en     A case concluded as disapproved has nobody whose arrest was approved; in a case of one person both results agree.
-- do zh       核对办结结果和每人的决定。
-- do en       Check the result of the case and the decision on each person.
-- severity    high
-- applies     arrest
-- basis       Practice
-- in force    2019-12-30 ..
-- good        case arrest_review 2026-01-05; person 张某; person 李某; act arrest_approved 2026-01-10 of=张某; act arrest_not_approved 2026-01-10 of=李某 reason=no_need; act closed 2026-01-11 outcome=approved
-- good        case arrest_review 2026-01-05; person 张某; act arrest_not_approved 2026-01-10 of=张某 reason=no_need; act closed 2026-01-11 outcome=not_approved_no_need
-- bad         case arrest_review 2026-01-05; person 张某; person 李某; act arrest_approved 2026-01-10 of=张某; act arrest_not_approved 2026-01-10 of=李某 reason=no_need; act closed 2026-01-11 outcome=not_approved_no_need; finds act:3
-- bad         case arrest_review 2026-01-05; person 张某; act arrest_not_approved 2026-01-10 of=张某 reason=no_need; act closed 2026-01-11 outcome=approved; finds act:2
SELECT c.case_id, 'act:' || c.id AS subject, p.name AS person, c.on_day
  FROM scope
  JOIN act AS c ON c.case_id = scope.case_id AND c.kind = 'closed'
  JOIN act AS a ON a.case_id = c.case_id AND a.kind IN ('arrest_approved', 'arrest_not_approved')
  JOIN person AS p ON p.id = a.person_id
 WHERE (a.kind = 'arrest_approved' AND c.fields ->> 'outcome' LIKE 'not\_approved%' ESCAPE '\')
    OR (a.kind = 'arrest_not_approved' AND c.fields ->> 'outcome' IN ('approved', 'decided')
        AND NOT EXISTS (SELECT 1 FROM person AS other
                         WHERE other.case_id = c.case_id AND other.id <> p.id AND other.role IN law_person_role_accused))
 GROUP BY c.id;
