-- title zh  受理时强制措施未填
-- title en  Measure at acceptance not entered
-- rule zh   受理时应当查明犯罪嫌疑人是否在案、采取了何种强制措施；未采取的也应当填明。
-- rule en   On acceptance it is established whether the suspect is within reach and under which measure; none is entered too.
-- do zh     在人员卡中填录移送时的强制措施；没有采取的，填“未采取”。
-- do en     Enter the measure on the person's card; where none was taken, enter "none taken".
-- severity  high
-- applies   arrest prosecution
-- basis     Rules 157
-- in force  always
-- good      case arrest_review 2026-01-05; person 张某; measure 张某 detention executed_on=2026-01-01
-- good      case arrest_review 2026-01-05; person 张某; measure 张某 none
-- bad       case arrest_review 2026-01-05; person 张某; finds person:1
SELECT p.case_id, 'person:' || p.id AS subject, p.name AS person
  FROM scope
  JOIN person AS p ON p.case_id = scope.case_id
 WHERE p.role IN law_person_role_accused AND p.kind = 'natural'
   AND NOT EXISTS (SELECT 1 FROM measure AS m WHERE m.person_id = p.id);
