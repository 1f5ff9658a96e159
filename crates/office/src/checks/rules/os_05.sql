-- title zh    判决罪名与起诉罪名不一致未标注
-- title en    Convicted of another charge without the mark
-- rule zh     判决罪名与起诉罪名不一致的，裁判结果应当填“有罪（变更罪名）”。
-- rule en     Where the court convicts of another charge, the result says so.
-- do zh       核对判决罪名和裁判结果。
-- do en       Check the charge and the result.
-- severity    medium
-- applies     prosecution
-- basis       Practice
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; act prosecuted 2026-02-01 of=张某 charge=盗窃罪; act judgment_received 2026-03-01 of=张某 kind=judgment judged_on=2026-02-26 outcome=guilty_charge_changed charge=抢夺罪
-- bad         case first_instance_prosecution 2026-01-05; person 张某; act prosecuted 2026-02-01 of=张某 charge=盗窃罪; act judgment_received 2026-03-01 of=张某 kind=judgment judged_on=2026-02-26 outcome=guilty charge=抢夺罪; finds act:2
SELECT j.case_id, 'act:' || j.id AS subject, min(a.fields ->> 'charge') AS charge, j.fields ->> 'charge' AS charge_found
  FROM scope
  JOIN act AS j ON j.case_id = scope.case_id AND j.kind = 'judgment_received' AND j.fields ->> 'outcome' = 'guilty'
   AND coalesce(j.fields ->> 'charge', '') <> ''
  JOIN act AS a ON a.case_id = j.case_id AND a.kind = 'prosecuted'
   AND (a.person_id IS j.person_id OR a.person_id IS NULL OR j.person_id IS NULL)
 GROUP BY j.id
HAVING max(a.fields ->> 'charge' = j.fields ->> 'charge') = 0;
