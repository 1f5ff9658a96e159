-- title zh    控告申诉、赔偿、救助案件超期
-- title en    Petition, compensation or assistance past its last day
-- rule zh     刑事申诉、国家赔偿、司法救助在规定期限内办结。
-- rule en     Petitions, compensation and assistance end in their time.
-- do zh       核对起算日和办结日；确已超期的，说明原因并按规定报告。
-- do en       Check the day it runs from and the day it ended; where it ran over, give the reason and report it.
-- severity    medium
-- applies     petition compensation assistance
-- basis       Rules 386; SCL 23; Assist
-- in force    always
-- good        case state_compensation 2026-01-05; act compensation_decided 2026-03-01 outcome=granted
-- bad         case state_compensation 2026-01-05; on 2026-04-01
SELECT d.case_id, 'due:' || d.rule || ':' || d.trigger_on || ':' || d.subject AS subject,
       CASE d.is_open WHEN 1 THEN date(d.due_on, '+1 day') END AS from_day,
       d.rule, d.trigger_on, d.due_on, d.met_on, d.ended_on
  FROM scope
  JOIN deadline AS d ON d.case_id = scope.case_id AND d.rule IN ('criminal_petition_review', 'non_prosecution_petition_review', 'compensation_decision', 'compensation_reconsideration_decide', 'judicial_assistance', 'judicial_assistance_approval')
 WHERE d.optional = 0
   AND ((d.is_open = 1 AND d.paused_since IS NULL) OR d.met_on > d.due_on OR d.ended_on > d.due_on);
