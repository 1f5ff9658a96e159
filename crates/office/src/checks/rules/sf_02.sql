-- title zh    监督立案后三个月未侦结未催办
-- title en    Filed after supervision, three months without an end or a reminder
-- rule zh     监督立案后三个月未侦查终结的，应当发出立案监督案件催办函。
-- rule en     Three months after a supervised filing a reminder is sent.
-- do zh       发出催办函并登记。
-- do en       Send the reminder and record it.
-- severity    medium
-- applies     filing_supervision
-- basis       Rules 564
-- in force    2019-12-30 ..
-- good        case filing_supervision 2026-01-05; act filed_by_police 2026-01-12; act filing_reminded 2026-04-20
-- bad         case filing_supervision 2026-01-05; act filed_by_police 2026-01-12; on 2026-06-01
SELECT d.case_id, 'due:' || d.rule || ':' || d.trigger_on || ':' || d.subject AS subject,
       date(d.due_on, '+1 day') AS from_day, d.rule, d.trigger_on, d.due_on
  FROM scope
  JOIN deadline AS d ON d.case_id = scope.case_id AND d.rule IN ('case_filing_3m_reminder') AND d.is_open = 1
 WHERE NOT EXISTS (SELECT 1 FROM act AS a WHERE a.case_id = d.case_id AND a.kind IN ('filing_reminded') AND a.on_day > d.due_on);
