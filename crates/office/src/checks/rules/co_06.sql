-- title zh    经济、财产犯罪未填挽回损失
-- title en    Recovered loss not entered
-- rule zh     经济犯罪和侵犯财产案件，应当填录挽回经济损失，没有的填零。
-- rule en     With economic and property crimes the loss recovered is entered, zero where there is none.
-- do zh       在“填录案件后果”中填写挽回经济损失。
-- do en       Enter the loss recovered in "consequences of the crime noted".
-- severity    medium
-- applies     prosecution
-- basis       Practice
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; charge 张某 transferred 盗窃罪 charge_id=264; act consequences_noted 2026-01-20 loss_recovered=0; act prosecuted 2026-02-01 of=张某 charge=盗窃罪
-- good        case first_instance_prosecution 2026-01-05; person 张某; charge 张某 transferred 盗窃罪 charge_id=264
-- good        case first_instance_prosecution 2026-01-05; person 张某; charge 张某 transferred 危险驾驶罪 charge_id=133-1; act prosecuted 2026-02-01 of=张某 charge=危险驾驶罪
-- bad         case first_instance_prosecution 2026-01-05; person 张某; charge 张某 transferred 盗窃罪 charge_id=264; act prosecuted 2026-02-01 of=张某 charge=盗窃罪; finds case
-- bad         case first_instance_prosecution 2026-01-05; person 张某; charge 张某 transferred 盗窃罪 charge_id=264; act consequences_noted 2026-01-20 loss=100; act prosecuted 2026-02-01 of=张某 charge=盗窃罪; finds case
SELECT a.case_id, 'case' AS subject, min(c.charge) AS charge_met
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind IN ('prosecuted', 'not_prosecuted')
  JOIN person_charge AS c ON c.case_id = a.case_id
   AND c.charge_id IN (SELECT l.code FROM law_charge_against AS l WHERE l.what IN ('economy', 'property'))
 WHERE NOT EXISTS (SELECT 1 FROM act AS n
                    WHERE n.case_id = a.case_id AND n.kind = 'consequences_noted'
                      AND coalesce(n.fields ->> 'loss_recovered', '') <> '')
 GROUP BY a.case_id;
