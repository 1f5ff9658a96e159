-- title zh    侵犯知识产权案件未填被侵害企业
-- title en    Injured enterprise not entered
-- rule zh     侵犯知识产权案件，应当填录被侵害企业的类型、资金来源和所在地区。
-- rule en     With crimes against intellectual property the kind, funds and region of the injured enterprise are entered.
-- do zh       在“填录案件后果”中填写被侵害企业类型、资金来源、所在地区。
-- do en       Enter kind, funds and region of the enterprise in "consequences of the crime noted".
-- severity    medium
-- applies     prosecution
-- basis       Practice
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; charge 张某 transferred 假冒注册商标罪 charge_id=213; act consequences_noted 2026-01-20 enterprise_kind=民营 enterprise_funds=内资 enterprise_region=本省; act prosecuted 2026-02-01 of=张某 charge=假冒注册商标罪
-- good        case first_instance_prosecution 2026-01-05; person 张某; charge 张某 transferred 假冒注册商标罪 charge_id=213
-- good        case first_instance_prosecution 2026-01-05; person 张某; charge 张某 transferred 危险驾驶罪 charge_id=133-1; act prosecuted 2026-02-01 of=张某 charge=危险驾驶罪
-- bad         case first_instance_prosecution 2026-01-05; person 张某; charge 张某 transferred 假冒注册商标罪 charge_id=213; act prosecuted 2026-02-01 of=张某 charge=假冒注册商标罪; finds case
-- bad         case first_instance_prosecution 2026-01-05; person 张某; charge 张某 transferred 假冒注册商标罪 charge_id=213; act consequences_noted 2026-01-20 enterprise_kind=民营; act prosecuted 2026-02-01 of=张某 charge=假冒注册商标罪; finds case
SELECT a.case_id, 'case' AS subject, min(c.charge) AS charge_met
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind IN ('prosecuted', 'not_prosecuted')
  JOIN person_charge AS c ON c.case_id = a.case_id
   AND c.charge_id IN (SELECT w.code FROM law_charge_with AS w WHERE w.what = 'enterprise')
 WHERE NOT EXISTS (SELECT 1 FROM act AS n
                    WHERE n.case_id = a.case_id AND n.kind = 'consequences_noted'
                      AND min(n.fields ->> 'enterprise_kind', n.fields ->> 'enterprise_funds', n.fields ->> 'enterprise_region') <> '')
 GROUP BY a.case_id;
