-- title zh    纠正违法通知书逾期未回复未督促
-- title en    Correction notice without a reply and not chased
-- rule zh     被监督单位未按期回复的，应当督促回复；仍不回复的，报告上一级。
-- rule en     Where no reply comes, it is chased and reported upward.
-- do zh       督促回复或者报告上一级，并登记。
-- do en       Chase the reply or report upward, and record it.
-- severity    medium
-- applies     all
-- basis       Rules 553
-- in force    2019-12-30 ..
-- good        case investigation_supervision 2026-01-05; act correction_notice_issued 2026-02-01 to_unit=测县公安局 reply_due_on=2026-03-02; act correction_notice_replied 2026-02-20 corrected=yes
-- good        case investigation_supervision 2026-01-05; act correction_notice_issued 2026-02-01 to_unit=测县公安局 reply_due_on=2026-03-02; act correction_chased 2026-03-10
-- bad         case investigation_supervision 2026-01-05; act correction_notice_issued 2026-02-01 to_unit=测县公安局 reply_due_on=2026-03-02; on 2026-03-10
SELECT d.case_id, 'due:' || d.rule || ':' || d.trigger_on || ':' || d.subject AS subject,
       date(d.due_on, '+1 day') AS from_day, d.rule, d.trigger_on, d.due_on
  FROM scope
  JOIN deadline AS d ON d.case_id = scope.case_id AND d.rule IN ('correction_notice_reply') AND d.is_open = 1
 WHERE NOT EXISTS (SELECT 1 FROM act AS a WHERE a.case_id = d.case_id AND a.kind IN ('correction_chased') AND a.on_day > d.due_on);
