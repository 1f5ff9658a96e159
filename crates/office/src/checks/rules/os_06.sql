-- title zh    判决认定的量刑情节与起诉不同未标注
-- title en    Circumstances differ from the judgment and are not marked
-- rule zh     法院认定的自首、立功、从犯、累犯与起诉认定不同的，应当标注“法院改变量刑情节”。
-- rule en     Where the court finds surrender, merit, accessory or recidivist otherwise than the indictment, that is marked.
-- do zh       核对判决书，标注法院改变量刑情节，并进行裁判审查。
-- do en       Check the judgment, mark the change and review the judgment.
-- severity    medium
-- applies     prosecution
-- basis       Practice
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; act prosecuted 2026-02-01 of=张某 charge=盗窃罪 surrender=yes; act judgment_received 2026-03-01 of=张某 kind=judgment judged_on=2026-02-26 outcome=guilty surrender=yes
-- good        case first_instance_prosecution 2026-01-05; person 张某; act prosecuted 2026-02-01 of=张某 charge=盗窃罪 surrender=yes; act judgment_received 2026-03-01 of=张某 kind=judgment judged_on=2026-02-26 outcome=guilty surrender=no circumstances_changed=yes
-- good        case first_instance_prosecution 2026-01-05; person 张某; act prosecuted 2026-02-01 of=张某 charge=盗窃罪 surrender=yes; act judgment_received 2026-03-01 of=张某 kind=judgment judged_on=2026-02-26 outcome=guilty
-- bad         case first_instance_prosecution 2026-01-05; person 张某; act prosecuted 2026-02-01 of=张某 charge=盗窃罪 surrender=yes; act judgment_received 2026-03-01 of=张某 kind=judgment judged_on=2026-02-26 outcome=guilty surrender=no; finds act:2
SELECT j.case_id, 'act:' || j.id AS subject, p.name AS person, j.on_day
  FROM scope
  JOIN act AS j ON j.case_id = scope.case_id AND j.kind = 'judgment_received'
   AND coalesce(j.fields ->> 'circumstances_changed', '') <> 'yes'
  JOIN act AS a ON a.case_id = j.case_id AND a.kind = 'prosecuted' AND coalesce(a.person_id, j.person_id) IS j.person_id
  JOIN person AS p ON p.id = j.person_id
 WHERE a.fields ->> 'recidivist' <> j.fields ->> 'recidivist'
    OR a.fields ->> 'surrender' <> j.fields ->> 'surrender'
    OR a.fields ->> 'merit' <> j.fields ->> 'merit'
    OR a.fields ->> 'accessory' <> j.fields ->> 'accessory'
 GROUP BY j.id;
