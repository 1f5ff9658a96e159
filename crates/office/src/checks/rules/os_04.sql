-- title zh    认定累犯而前科填“无”
-- title en    Recidivist without a prior record
-- rule zh     认定累犯的，前科应当填录刑事处罚。
-- rule en     Where somebody is found a recidivist, the prior record says so.
-- do zh       核对累犯认定和前科。
-- do en       Check the finding and the prior record.
-- severity    medium
-- applies     prosecution
-- basis       Practice
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某 prior_record=criminal_intentional; act prosecuted 2026-02-01 of=张某 charge=盗窃罪 recidivist=yes
-- bad         case first_instance_prosecution 2026-01-05; person 张某 prior_record=none; act prosecuted 2026-02-01 of=张某 charge=盗窃罪 recidivist=yes; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, p.name AS person, p.prior_record
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind IN ('prosecuted', 'judgment_received')
   AND a.fields ->> 'recidivist' = 'yes'
  JOIN person AS p ON p.id = a.person_id
 WHERE p.prior_record IN ('none', 'administrative', '');
