-- title zh    羁押必要性审查建议十日内未获回复
-- title en    Suggestion on custody not answered in ten days
-- rule zh     人民检察院建议释放或者变更强制措施的，有关机关应当在十日以内将处理情况通知人民检察院。
-- rule en     An agency that is advised to release somebody or change the measure answers in ten days.
-- do zh       催告；仍未回复的，提出纠正意见。
-- do en       Send a reminder; without an answer, ask for correction.
-- severity    medium
-- applies     criminal
-- basis       CPL 95; Rules 581
-- in force    2019-12-30 ..
-- good        case custody_necessity 2026-01-05; person 张某; measure 张某 arrest executed_on=2026-01-01; act custody_suggestion_sent 2026-01-12 of=张某; act custody_suggestion_answered 2026-01-20 of=张某 adopted=yes
-- bad         case custody_necessity 2026-01-05; person 张某; measure 张某 arrest executed_on=2026-01-01; act custody_suggestion_sent 2026-01-12 of=张某; on 2026-01-23
SELECT d.case_id, 'due:' || d.rule || ':' || d.trigger_on || ':' || d.subject AS subject,
       CASE d.is_open WHEN 1 THEN date(d.due_on, '+1 day') END AS from_day,
       d.rule, d.trigger_on, d.due_on, d.met_on, d.ended_on
  FROM scope
  JOIN deadline AS d ON d.case_id = scope.case_id AND d.rule IN ('custody_necessity_agency_reply')
 WHERE d.optional = 0
   AND ((d.is_open = 1 AND d.paused_since IS NULL) OR d.met_on > d.due_on OR d.ended_on > d.due_on);
