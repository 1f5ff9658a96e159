-- title zh    反向衔接检察意见逾期未回复未督促
-- title en    Reverse-link opinion without a reply and no reminder
-- rule zh     行政主管机关应当按检察意见书载明的期限回复；未回复的，督促回复。
-- rule en     The agency replies by the day the opinion sets; else it is reminded.
-- do zh       督促行政机关回复，并登记。
-- do en       Remind the agency, and record it.
-- severity    medium
-- applies     reverse_link
-- basis       Rev 15
-- in force    2024-11-26 ..
-- good        case reverse_link 2026-01-05; act reverse_link_opinion_sent 2026-01-12 to_unit=某局 reply_due_on=2026-03-02; act reverse_link_replied 2026-02-20 adopted=yes
-- bad         case reverse_link 2026-01-05; act reverse_link_opinion_sent 2026-01-12 to_unit=某局 reply_due_on=2026-03-02; on 2026-03-10
SELECT d.case_id, 'due:' || d.rule || ':' || d.trigger_on || ':' || d.subject AS subject,
       date(d.due_on, '+1 day') AS from_day, d.rule, d.trigger_on, d.due_on
  FROM scope
  JOIN deadline AS d ON d.case_id = scope.case_id AND d.rule IN ('reverse_link_reply') AND d.is_open = 1
 WHERE NOT EXISTS (SELECT 1 FROM act AS a WHERE a.case_id = d.case_id AND a.kind IN ('reverse_link_reminded') AND a.on_day > d.due_on);
