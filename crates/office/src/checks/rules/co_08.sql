-- title zh    掩饰、隐瞒犯罪所得案件未填具体情形
-- title en    Form of concealment not entered
-- rule zh     掩饰、隐瞒犯罪所得、犯罪所得收益案件，应当填录具体情形。
-- rule en     With concealment of proceeds the form of concealment is entered.
-- do zh       在“填录案件后果”中填写掩饰、隐瞒的具体情形。
-- do en       Enter the form of concealment in "consequences of the crime noted".
-- severity    medium
-- applies     prosecution
-- basis       Practice
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; charge 张某 transferred 掩饰、隐瞒犯罪所得、犯罪所得收益罪 charge_id=312; act consequences_noted 2026-01-20 concealment=提供资金账户; act prosecuted 2026-02-01 of=张某 charge=掩饰、隐瞒犯罪所得、犯罪所得收益罪
-- good        case first_instance_prosecution 2026-01-05; person 张某; charge 张某 transferred 掩饰、隐瞒犯罪所得、犯罪所得收益罪 charge_id=312
-- good        case first_instance_prosecution 2026-01-05; person 张某; charge 张某 transferred 危险驾驶罪 charge_id=133-1; act prosecuted 2026-02-01 of=张某 charge=危险驾驶罪
-- bad         case first_instance_prosecution 2026-01-05; person 张某; charge 张某 transferred 掩饰、隐瞒犯罪所得、犯罪所得收益罪 charge_id=312; act prosecuted 2026-02-01 of=张某 charge=掩饰、隐瞒犯罪所得、犯罪所得收益罪; finds case
-- bad         case first_instance_prosecution 2026-01-05; person 张某; charge 张某 transferred 掩饰、隐瞒犯罪所得、犯罪所得收益罪 charge_id=312; act consequences_noted 2026-01-20 loss=100; act prosecuted 2026-02-01 of=张某 charge=掩饰、隐瞒犯罪所得、犯罪所得收益罪; finds case
SELECT a.case_id, 'case' AS subject, min(c.charge) AS charge_met
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind IN ('prosecuted', 'not_prosecuted')
  JOIN person_charge AS c ON c.case_id = a.case_id
   AND c.charge_id IN (SELECT w.code FROM law_charge_with AS w WHERE w.what = 'concealment')
 WHERE NOT EXISTS (SELECT 1 FROM act AS n
                    WHERE n.case_id = a.case_id AND n.kind = 'consequences_noted'
                      AND coalesce(n.fields ->> 'concealment', '') <> '')
 GROUP BY a.case_id;
