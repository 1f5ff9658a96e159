-- title zh    未成年犯罪嫌疑人没有辩护人
-- title en    Minor suspect without counsel
-- rule zh     未成年犯罪嫌疑人没有委托辩护人的，应当通知法律援助机构指派律师。
-- rule en     A minor without counsel is given a legal-aid lawyer.
-- do zh       通知法律援助机构指派律师，并登记辩护人。
-- do en       Ask legal aid for a lawyer and record the defender.
-- severity    stop
-- applies     arrest prosecution
-- basis       CPL 278; Rules 460
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某 minor_at_act=1; act counsel_appointed 2026-01-07 of=张某
-- good        case first_instance_prosecution 2026-01-05; person 张某 minor_at_act=1; person 周某 role=defence_lawyer
-- bad         case first_instance_prosecution 2026-01-05; person 张某 minor_at_act=1; finds person:1
SELECT p.case_id, 'person:' || p.id AS subject, p.name AS person
  FROM scope
  JOIN person AS p ON p.case_id = scope.case_id AND p.minor_at_act = 1 AND p.role IN law_person_role_accused
 WHERE NOT EXISTS (SELECT 1 FROM act AS a
                    WHERE a.case_id = p.case_id AND a.kind IN ('counsel_appointed', 'legal_aid_requested') AND coalesce(a.person_id, p.id) = p.id)
   AND NOT EXISTS (SELECT 1 FROM person AS d WHERE d.case_id = p.case_id AND d.role IN ('defence_lawyer', 'defender'));
