-- title zh  部分被告人无裁判结果
-- title en  Judgment not entered for every defendant
-- rule zh   全案裁判结果已填的，每名被告人的裁判结果都应当填录。
-- rule en   Once a judgment is entered in a case, the result of each defendant prosecuted is entered.
-- do zh     为漏填的被告人补录裁判结果；尚未判决的（如中止审理、分案审理），在答复中说明。
-- do en     Enter the result of the defendant left out; where the trial of that person is still open, explain so.
-- severity  high
-- applies   prosecution
-- basis     Rules 584; Practice
-- in force  2019-12-30 ..
-- good      case first_instance_prosecution 2026-01-05; person 张某; person 王某
--           act prosecuted 2026-02-01 charge=盗窃罪
--           act judgment_received 2026-03-01 of=张某 kind=judgment judged_on=2026-02-26 outcome=guilty
--           act judgment_received 2026-03-01 of=王某 kind=judgment judged_on=2026-02-26 outcome=guilty
-- good      case first_instance_prosecution 2026-01-05; person 张某; person 王某
--           act prosecuted 2026-02-01 of=张某 charge=盗窃罪
--           act judgment_received 2026-03-01 of=张某 kind=judgment judged_on=2026-02-26 outcome=guilty
-- bad       case first_instance_prosecution 2026-01-05; person 张某; person 王某
--           act prosecuted 2026-02-01 charge=盗窃罪
--           act judgment_received 2026-03-01 of=张某 kind=judgment judged_on=2026-02-26 outcome=guilty
--           finds person:2
SELECT p.case_id, 'person:' || p.id AS subject, p.name AS person
  FROM scope
  JOIN person AS p ON p.case_id = scope.case_id AND p.role IN law_person_role_accused
 WHERE EXISTS (SELECT 1 FROM act AS a
                WHERE a.case_id = p.case_id AND a.kind = 'prosecuted' AND coalesce(a.person_id, p.id) = p.id)
   AND EXISTS (SELECT 1 FROM act AS a WHERE a.case_id = p.case_id AND a.kind = 'judgment_received')
   AND NOT EXISTS (SELECT 1 FROM act AS a
                    WHERE a.case_id = p.case_id AND a.kind IN ('judgment_received', 'prosecution_withdrawn')
                      AND coalesce(a.person_id, p.id) = p.id);
