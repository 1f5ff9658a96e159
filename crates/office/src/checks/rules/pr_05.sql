-- title zh    未听取辩护人或者值班律师意见即作决定
-- title en    Decision without hearing the defender or duty lawyer
-- rule zh     审查起诉应当听取辩护人或者值班律师的意见并记录在案。
-- rule en     Review for prosecution hears the defender or the duty lawyer and records the opinion.
-- do zh       补录听取意见的情况。
-- do en       Record when the opinion was heard.
-- severity    high
-- applies     prosecution
-- basis       CPL 173; Rules 262
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; act duty_lawyer_heard 2026-01-20 of=张某; act prosecuted 2026-02-01 of=张某 charge=盗窃罪
-- bad         case first_instance_prosecution 2026-01-05; person 张某; act prosecuted 2026-02-01 of=张某 charge=盗窃罪; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.kind AS act, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind IN ('prosecuted', 'not_prosecuted', 'conditional_not_prosecuted')
 WHERE NOT EXISTS (SELECT 1 FROM act AS q
                    WHERE q.case_id = a.case_id AND q.kind IN ('defender_heard', 'duty_lawyer_heard') AND q.on_day <= a.on_day AND (q.person_id IS a.person_id OR q.person_id IS NULL OR a.person_id IS NULL));
