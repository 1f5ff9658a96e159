-- title zh    羁押必要性审查、变更强制措施申请超期
-- title en    Custody necessity or change of measure decided late
-- rule zh     申请变更强制措施的三日内决定；羁押必要性审查在法定期限内办结。
-- rule en     An application to change a measure is decided in three days, a custody necessity review in its time.
-- do zh       核对起算日和办结日；确已超期的，说明原因并按规定报告。
-- do en       Check the day it runs from and the day it ended; where it ran over, give the reason and report it.
-- severity    high
-- applies     criminal
-- basis       CPL 97; Rules 151; Cust 19
-- in force    2023-11-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; act measure_change_applied 2026-05-06 of=张某; act measure_change_answered 2026-05-08 of=张某 result=agreed
-- bad         case first_instance_prosecution 2026-01-05; person 张某; act measure_change_applied 2026-05-06 of=张某; on 2026-05-20
SELECT d.case_id, 'due:' || d.rule || ':' || d.trigger_on || ':' || d.subject AS subject,
       CASE d.is_open WHEN 1 THEN date(d.due_on, '+1 day') END AS from_day,
       d.rule, d.trigger_on, d.due_on, d.met_on, d.ended_on
  FROM scope
  JOIN deadline AS d ON d.case_id = scope.case_id AND d.rule IN ('measure_change_decision', 'custody_necessity_decision', 'custody_necessity_decision_prosecution')
 WHERE d.optional = 0
   AND ((d.is_open = 1 AND d.paused_since IS NULL) OR d.met_on > d.due_on OR d.ended_on > d.due_on);
