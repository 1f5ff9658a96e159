-- title zh    讯问未成年人无法定代理人或者合适成年人到场
-- title en    Minor questioned without a representative or a fit adult
-- rule zh     讯问未成年犯罪嫌疑人，应当通知法定代理人到场；不能到场的，通知合适成年人到场。
-- rule en     A minor is questioned in the presence of the legal representative or a fit adult.
-- do zh       核对到场情况；确无人到场的，重新讯问。
-- do en       Check who was present; where nobody was, question again.
-- severity    stop
-- applies     arrest prosecution own_investigation
-- basis       CPL 281
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某 minor_at_act=1; act questioned 2026-01-10 of=张某 guardian_present=yes
-- bad         case first_instance_prosecution 2026-01-05; person 张某 minor_at_act=1; act questioned 2026-01-10 of=张某 guardian_present=no; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, p.name AS person, a.on_day
  FROM scope
  JOIN person AS p ON p.case_id = scope.case_id AND p.minor_at_act = 1 AND p.role IN law_person_role_accused
  JOIN act AS a ON a.case_id = p.case_id AND a.kind = 'questioned' AND a.person_id = p.id
 WHERE coalesce(a.fields ->> 'guardian_present', 'no') <> 'yes';
