-- title zh    检察建议逾期未回复未催办
-- title en    Suggestion without a reply and no reminder
-- rule zh     被建议单位逾期未回复的，应当催办；无正当理由不采纳的，可以报告上级或者通报。
-- rule en     An overdue reply is reminded of; a refusal without reason is reported.
-- do zh       催办或者报告，并登记。
-- do en       Remind or report, and record it.
-- severity    medium
-- applies     all
-- basis       PS 19; PS 24; PS 25
-- in force    2019-02-25 ..
-- good        case suggestion 2026-01-05; act suggestion_issued 2026-01-12 kind=other to_unit=某局; act suggestion_served 2026-01-13 how=direct; act suggestion_replied 2026-03-01 adopted=yes
-- bad         case suggestion 2026-01-05; act suggestion_issued 2026-01-12 kind=other to_unit=某局; act suggestion_served 2026-01-13 how=direct; on 2026-06-01
SELECT d.case_id, 'due:' || d.rule || ':' || d.trigger_on || ':' || d.subject AS subject,
       date(d.due_on, '+1 day') AS from_day, d.rule, d.trigger_on, d.due_on
  FROM scope
  JOIN deadline AS d ON d.case_id = scope.case_id AND d.rule IN ('suggestion_reply', 'pil_suggestion_reply', 'pil_suggestion_reply_urgent') AND d.is_open = 1
 WHERE NOT EXISTS (SELECT 1 FROM act AS a WHERE a.case_id = d.case_id AND a.kind IN ('suggestion_reminded', 'suggestion_escalated', 'followed_up') AND a.on_day > d.due_on);
