-- title zh    逮捕理由与前科填录矛盾
-- title en    Ground of arrest and prior record contradict
-- rule zh     以“曾经故意犯罪”为由逮捕的，前科应当填录故意犯罪记录。
-- rule en     Where the ground is an earlier intentional crime, the prior record says so.
-- do zh       核对逮捕理由和前科。
-- do en       Check the ground and the prior record.
-- severity    medium
-- applies     arrest
-- basis       CPL 81; Practice
-- in force    2019-12-30 ..
-- good        case arrest_review 2026-01-05; person 张某 prior_record=criminal_intentional; act arrest_approved 2026-01-10 of=张某 reason=prior_intentional
-- bad         case arrest_review 2026-01-05; person 张某 prior_record=none; act arrest_approved 2026-01-10 of=张某 reason=prior_intentional; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, p.name AS person, p.prior_record
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'arrest_approved' AND a.fields ->> 'reason' = 'prior_intentional'
  JOIN person AS p ON p.id = a.person_id
 WHERE p.prior_record IN ('none', 'administrative', '');
