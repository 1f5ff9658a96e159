-- title zh    伤亡情况未填
-- title en    Casualties not entered
-- rule zh     故意伤害、杀人、交通肇事等案件，应当填录伤亡情况，没有的填零。
-- rule en     With injury, homicide and traffic crimes the casualties are entered, zero where there are none.
-- do zh       在“填录案件后果”中填写死亡人数和受伤人数。
-- do en       Enter the numbers of dead and injured in "consequences of the crime noted".
-- severity    medium
-- applies     arrest prosecution
-- basis       Practice
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; charge 张某 transferred 故意伤害罪 charge_id=234; act consequences_noted 2026-01-20 injured=1; act prosecuted 2026-02-01 of=张某 charge=故意伤害罪
-- good        case first_instance_prosecution 2026-01-05; person 张某; charge 张某 transferred 故意伤害罪 charge_id=234
-- good        case first_instance_prosecution 2026-01-05; person 张某; charge 张某 transferred 危险驾驶罪 charge_id=133-1; act prosecuted 2026-02-01 of=张某 charge=危险驾驶罪
-- bad         case first_instance_prosecution 2026-01-05; person 张某; charge 张某 transferred 故意伤害罪 charge_id=234; act prosecuted 2026-02-01 of=张某 charge=故意伤害罪; finds case
-- bad         case first_instance_prosecution 2026-01-05; person 张某; charge 张某 transferred 故意伤害罪 charge_id=234; act consequences_noted 2026-01-20 loss=100; act prosecuted 2026-02-01 of=张某 charge=故意伤害罪; finds case
SELECT a.case_id, 'case' AS subject, min(c.charge) AS charge_met
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind IN ('arrest_approved', 'arrest_not_approved', 'prosecuted', 'not_prosecuted')
  JOIN person_charge AS c ON c.case_id = a.case_id
   AND c.charge_id IN (SELECT w.code FROM law_charge_with AS w WHERE w.what = 'casualties')
 WHERE NOT EXISTS (SELECT 1 FROM act AS n
                    WHERE n.case_id = a.case_id AND n.kind = 'consequences_noted'
                      AND coalesce(n.fields ->> 'deaths', n.fields ->> 'injured', '') <> '')
 GROUP BY a.case_id;
