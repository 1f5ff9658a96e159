-- title zh  人员无证件号码且未说明原因
-- title en  Person without an identity number or a reason
-- rule zh   移送的犯罪嫌疑人身份应当查明；没有证件号码的，应当注明原因。
-- rule en   The identity of each suspect is established; where there is no identity number, the reason is noted.
-- do zh     补填证件号码，或者在人员卡中注明无证件号码的原因。
-- do en     Enter the identity number, or note on the person's card why there is none.
-- severity  high
-- applies   arrest prosecution
-- basis     Rules 157
-- in force  always
-- good      case arrest_review 2026-01-05; person 张某 id_number=110101199003070978
-- good      case arrest_review 2026-01-05; person 张某 no_id_reason=identity_unknown
-- good      case arrest_review 2026-01-05; person 王某 role=victim
-- bad       case arrest_review 2026-01-05; person 张某; finds person:1
SELECT p.case_id, 'person:' || p.id AS subject, p.name AS person
  FROM scope
  JOIN person AS p ON p.case_id = scope.case_id
 WHERE p.role IN law_person_role_accused AND p.kind = 'natural' AND p.id_number = '' AND p.no_id_reason = '';
