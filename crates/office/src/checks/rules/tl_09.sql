-- title zh    案件长期未结或者长期未收到判决
-- title en    Case open, or without a judgment, for more than a year
-- rule zh     受理超过一年未办结，或者提起公诉超过一年未收到判决的案件，应当核查原因。
-- rule en     A case open for more than a year, or without a judgment a year after prosecution, is looked into.
-- do zh       核对是否漏录办结、判决节点；确未办结的，说明原因。
-- do en       See whether closing or judgment was left unrecorded; else give the reason.
-- severity    medium
-- applies     criminal
-- basis       Practice
-- in force    always
-- good        case first_instance_prosecution 2026-01-05; on 2027-01-05
-- good        case first_instance_prosecution 2026-01-05; person 张某; act prosecuted 2026-02-01 charge=盗窃罪; act closed 2026-02-02 outcome=起诉; on 2027-01-20
-- good        case first_instance_prosecution 2026-01-05; person 张某; act prosecuted 2026-02-01 charge=盗窃罪; act judgment_received 2026-06-01 of=张某 kind=judgment judged_on=2026-05-20 outcome=guilty; act closed 2026-06-20 outcome=判决; on 2028-01-20
-- bad         case first_instance_prosecution 2026-01-05; on 2027-01-06; finds case
-- bad         case first_instance_prosecution 2026-01-05; person 张某; act prosecuted 2026-02-01 charge=盗窃罪; act closed 2026-02-02 outcome=起诉; on 2027-02-02; finds act:1
SELECT c.id AS case_id, 'case' AS subject, date(c.accepted_on, '+1 year', '+1 day') AS from_day, c.accepted_on, NULL AS prosecuted_on
  FROM scope
  JOIN case_file AS c ON c.id = scope.case_id
 WHERE NOT EXISTS (SELECT 1 FROM act AS a
                    WHERE a.case_id = c.id AND a.kind IN law_act_closing
                      AND NOT EXISTS (SELECT 1 FROM act AS r WHERE r.case_id = c.id AND r.kind = 'reopened' AND r.on_day >= a.on_day))
   AND NOT EXISTS (SELECT 1 FROM act AS a WHERE a.case_id = c.id AND a.kind = 'prosecuted')
UNION ALL
SELECT a.case_id, 'act:' || a.id, date(a.on_day, '+1 year', '+1 day'), NULL, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'prosecuted'
 WHERE NOT EXISTS (SELECT 1 FROM act AS j
                    WHERE j.case_id = a.case_id AND j.kind IN ('judgment_received', 'prosecution_withdrawn') AND j.on_day >= a.on_day);
