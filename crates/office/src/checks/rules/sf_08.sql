-- title zh    减刑假释、暂予监外执行监督超期
-- title en    Opinion on commutation, parole or temporary execution late
-- rule zh     收到提请减刑、假释建议书副本后十日内提出意见；裁定书副本二十日内审查。
-- rule en     An opinion within ten days of the proposal; the ruling reviewed within twenty.
-- do zh       核对起算日和办结日；确已超期的，说明原因并按规定报告。
-- do en       Check the day it runs from and the day it ended; where it ran over, give the reason and report it.
-- severity    medium
-- applies     penal_execution
-- basis       Rules 630; Rules 635; Rules 639
-- in force    2019-12-30 ..
-- good        case commutation_parole_supervision 2026-05-06; person 张某; act execution_opinion_given 2026-05-12 of=张某 result=agreed
-- bad         case commutation_parole_supervision 2026-05-06; person 张某; on 2026-06-01
SELECT d.case_id, 'due:' || d.rule || ':' || d.trigger_on || ':' || d.subject AS subject,
       CASE d.is_open WHEN 1 THEN date(d.due_on, '+1 day') END AS from_day,
       d.rule, d.trigger_on, d.due_on, d.met_on, d.ended_on
  FROM scope
  JOIN deadline AS d ON d.case_id = scope.case_id AND d.rule IN ('commutation_opinion', 'commutation_ruling_correction', 'temporary_execution_opinion', 'temporary_execution_decision_correction')
 WHERE d.optional = 0
   AND ((d.is_open = 1 AND d.paused_since IS NULL) OR d.met_on > d.due_on OR d.ended_on > d.due_on);
