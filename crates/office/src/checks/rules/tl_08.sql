-- title zh    不批捕后公安机关未处理且未发纠正通知
-- title en    Nothing followed the non-arrest and no correction notice
-- rule zh     公安机关在收到不批准逮捕决定书后超过十五日未要求复议、提请复核，也不撤销案件或者终止侦查的，应当发出纠正违法通知书。
-- rule en     Where nothing follows a non-approval for 15 days, a notice of correction is sent.
-- do zh       核对起算日和办结日；确已超期的，说明原因并按规定报告。
-- do en       Check the day it runs from and the day it ended; where it ran over, give the reason and report it.
-- severity    high
-- applies     arrest_review
-- basis       Rules 287
-- in force    2019-12-30 ..
-- good        case arrest_review 2026-01-05; person 张某; act arrest_not_approved 2026-01-10 of=张某 reason=no_need; act served 2026-01-12 kind=arrest_refusal to=测县公安局; on 2026-01-20
-- bad         case arrest_review 2026-01-05; person 张某; act arrest_not_approved 2026-01-10 of=张某 reason=no_need; act served 2026-01-12 kind=arrest_refusal to=测县公安局; on 2026-02-20
SELECT d.case_id, 'due:' || d.rule || ':' || d.trigger_on || ':' || d.subject AS subject,
       CASE d.is_open WHEN 1 THEN date(d.due_on, '+1 day') END AS from_day,
       d.rule, d.trigger_on, d.due_on, d.met_on, d.ended_on
  FROM scope
  JOIN deadline AS d ON d.case_id = scope.case_id AND d.rule IN ('non_arrest_follow_up')
 WHERE d.optional = 0
   AND ((d.is_open = 1 AND d.paused_since IS NULL) OR d.met_on > d.due_on OR d.ended_on > d.due_on);
