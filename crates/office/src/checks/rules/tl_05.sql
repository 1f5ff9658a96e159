-- title zh    速裁案件超期
-- title en    Fast-track decision past its last day
-- rule zh     适用速裁程序办理的，十日内作出是否起诉的决定；可能判处有期徒刑超过一年的，可以延长至十五日。
-- rule en     On the fast track it is decided in 10 days, with more than one year likely in 15.
-- do zh       核对起算日和办结日；确已超期的，说明原因并按规定报告。
-- do en       Check the day it runs from and the day it ended; where it ran over, give the reason and report it.
-- severity    high
-- applies     prosecution
-- basis       CPL 172; Rules 273
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; act fast_track_chosen 2026-01-05; act prosecuted 2026-01-15 charge=盗窃罪
-- bad         case first_instance_prosecution 2026-01-05; person 张某; act fast_track_chosen 2026-01-05; act prosecuted 2026-01-19 charge=盗窃罪
SELECT d.case_id, 'due:' || d.rule || ':' || d.trigger_on || ':' || d.subject AS subject,
       CASE d.is_open WHEN 1 THEN date(d.due_on, '+1 day') END AS from_day,
       d.rule, d.trigger_on, d.due_on, d.met_on, d.ended_on
  FROM scope
  JOIN deadline AS d ON d.case_id = scope.case_id AND d.rule IN ('review_for_prosecution_fast_track')
 WHERE d.optional = 0
   AND ((d.is_open = 1 AND d.paused_since IS NULL) OR d.met_on > d.due_on OR d.ended_on > d.due_on);
