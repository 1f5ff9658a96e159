-- title zh    未听取被害方意见即作决定
-- title en    Decision without hearing the victim's side
-- rule zh     审查起诉应当听取被害人及其诉讼代理人的意见；直接听取有困难的，可以书面听取，并记录在案。
-- rule en     Review for prosecution hears the victim and the victim's agent, and records the opinion or why it could not be heard.
-- do zh       补录听取意见或者未听取的原因。
-- do en       Record the opinion, or why it could not be heard.
-- severity    high
-- applies     prosecution
-- basis       CPL 173; Rules 262
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; person 李某 role=victim; act victim_heard 2026-01-20; act prosecuted 2026-02-01 of=张某 charge=盗窃罪
-- bad         case first_instance_prosecution 2026-01-05; person 张某; person 李某 role=victim; act prosecuted 2026-02-01 of=张某 charge=盗窃罪; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.kind AS act, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind IN ('prosecuted', 'not_prosecuted', 'conditional_not_prosecuted')
 WHERE NOT EXISTS (SELECT 1 FROM act AS q
                    WHERE q.case_id = a.case_id AND q.kind IN ('victim_heard') AND q.on_day <= a.on_day)
   AND EXISTS (SELECT 1 FROM person AS v WHERE v.case_id = a.case_id AND v.role IN law_person_role_victim);
