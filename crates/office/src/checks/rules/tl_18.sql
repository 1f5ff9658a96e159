-- title zh    来信七日内未回复或者三个月未答复
-- title en    Letter without a reply in seven days or three months
-- rule zh     七日内程序性回复，三个月内办理过程或者结果答复。
-- rule en     A first reply within seven days, progress or the result within three months.
-- do zh       核对起算日和办结日；确已超期的，说明原因并按规定报告。
-- do en       Check the day it runs from and the day it ended; where it ran over, give the reason and report it.
-- severity    medium
-- applies     letter petition
-- basis       Rules 163
-- in force    2019-12-30 ..
-- good        case petition_letter 2026-05-06; act first_reply 2026-05-08; act result_reply 2026-06-01
-- bad         case petition_letter 2026-05-06; on 2026-06-01
SELECT d.case_id, 'due:' || d.rule || ':' || d.trigger_on || ':' || d.subject AS subject,
       CASE d.is_open WHEN 1 THEN date(d.due_on, '+1 day') END AS from_day,
       d.rule, d.trigger_on, d.due_on, d.met_on, d.ended_on
  FROM scope
  JOIN deadline AS d ON d.case_id = scope.case_id AND d.rule IN ('petition_letter_first_reply', 'petition_letter_result')
 WHERE d.optional = 0
   AND ((d.is_open = 1 AND d.paused_since IS NULL) OR d.met_on > d.due_on OR d.ended_on > d.due_on);
