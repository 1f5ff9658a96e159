-- title zh    民事行政监督文书送达、移送超期
-- title en    Notice, transfer or paper late in civil or administrative supervision
-- rule zh     受理后三日内通知申请人并移送办案部门；作出决定之日起十五日内发送文书。
-- rule en     Three days for the notice of acceptance and the transfer; 15 days for the paper after the decision.
-- do zh       核对起算日和办结日；确已超期的，说明原因并按规定报告。
-- do en       Check the day it runs from and the day it ended; where it ran over, give the reason and report it.
-- severity    medium
-- applies     civil administrative
-- basis       Civ 33; Civ 34; Civ 87; Civ 89; Adm 32; Adm 33; Adm 92
-- in force    2021-08-01 ..
-- good        case civil_judgment_supervision 2026-05-06 source=party; act accepted_notice_sent 2026-05-08; act transferred_to_department 2026-05-07
-- bad         case civil_judgment_supervision 2026-05-06 source=party; act transferred_to_department 2026-05-07; on 2026-05-20
SELECT d.case_id, 'due:' || d.rule || ':' || d.trigger_on || ':' || d.subject AS subject,
       CASE d.is_open WHEN 1 THEN date(d.due_on, '+1 day') END AS from_day,
       d.rule, d.trigger_on, d.due_on, d.met_on, d.ended_on
  FROM scope
  JOIN deadline AS d ON d.case_id = scope.case_id AND d.rule IN ('civil_acceptance_notice', 'admin_acceptance_notice', 'civil_case_transfer', 'admin_case_transfer', 'civil_document_transfer', 'admin_intake')
 WHERE d.optional = 0
   AND ((d.is_open = 1 AND d.paused_since IS NULL) OR d.met_on > d.due_on OR d.ended_on > d.due_on);
