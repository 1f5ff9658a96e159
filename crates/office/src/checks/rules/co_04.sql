-- title zh    侵犯人身、财产的案件无被害人
-- title en    Crime against person or property without a victim
-- rule zh     侵犯公民人身权利或者财产的案件，应当填录被害人；确无被害人的，说明。
-- rule en     In a crime against the person or property the victim is entered, or why there is none.
-- do zh       补录被害人，或者在“填录案件后果”中说明无被害人的原因。
-- do en       Add the victim, or say in "consequences of the crime noted" why there is none.
-- severity    medium
-- applies     arrest prosecution
-- basis       Practice
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; person 李某 role=victim; charge 张某 transferred 盗窃罪 charge_id=264; act prosecuted 2026-02-01 of=张某 charge=盗窃罪
-- good        case first_instance_prosecution 2026-01-05; person 张某; charge 张某 transferred 盗窃罪 charge_id=264; act consequences_noted 2026-01-20 no_victim=无主物; act prosecuted 2026-02-01 of=张某 charge=盗窃罪
-- good        case first_instance_prosecution 2026-01-05; person 张某; charge 张某 transferred 危险驾驶罪 charge_id=133-1; act prosecuted 2026-02-01 of=张某 charge=危险驾驶罪
-- bad         case first_instance_prosecution 2026-01-05; person 张某; charge 张某 transferred 盗窃罪 charge_id=264; act prosecuted 2026-02-01 of=张某 charge=盗窃罪; finds case
SELECT a.case_id, 'case' AS subject, min(c.charge) AS charge_met
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind IN ('arrest_approved', 'arrest_not_approved', 'prosecuted', 'not_prosecuted')
  JOIN person_charge AS c ON c.case_id = a.case_id
   AND c.charge_id IN (SELECT l.code FROM law_charge_against AS l WHERE l.what IN ('person', 'property'))
 WHERE NOT EXISTS (SELECT 1 FROM person AS p WHERE p.case_id = a.case_id AND p.role IN law_person_role_victim)
   AND NOT EXISTS (SELECT 1 FROM act AS n
                    WHERE n.case_id = a.case_id AND n.kind = 'consequences_noted' AND n.fields ->> 'no_victim' <> '')
 GROUP BY a.case_id;
