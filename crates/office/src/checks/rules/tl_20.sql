-- title zh    流程监控通知书十日未回复
-- title en    Monitoring notice unanswered for ten days
-- rule zh     办案部门应当在收到流程监控通知书后十日内书面回复。
-- rule en     A monitoring notice is answered in writing within ten days.
-- do zh       核对起算日和办结日；确已超期的，说明原因并按规定报告。
-- do en       Check the day it runs from and the day it ended; where it ran over, give the reason and report it.
-- severity    medium
-- applies     all
-- basis       Rules 665; Civ 112
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; act monitoring_notice_sent 2026-05-06 trigger=period text=超期; act monitoring_notice_answered 2026-05-11 corrected=yes
-- bad         case first_instance_prosecution 2026-01-05; act monitoring_notice_sent 2026-05-06 trigger=period text=超期; on 2026-06-01
SELECT d.case_id, 'due:' || d.rule || ':' || d.trigger_on || ':' || d.subject AS subject,
       CASE d.is_open WHEN 1 THEN date(d.due_on, '+1 day') END AS from_day,
       d.rule, d.trigger_on, d.due_on, d.met_on, d.ended_on
  FROM scope
  JOIN deadline AS d ON d.case_id = scope.case_id AND d.rule IN ('process_monitoring_reply')
 WHERE d.optional = 0
   AND ((d.is_open = 1 AND d.paused_since IS NULL) OR d.met_on > d.due_on OR d.ended_on > d.due_on);
