-- title zh    审查起诉超期
-- title en    Review for prosecution past its last day
-- rule zh     审查起诉应当在一个月以内作出决定，重大、复杂的可以延长十五日；改变管辖、补充侦查完毕移送的重新计算。
-- rule en     Review for prosecution ends in one month, in major and complex cases with 15 days more; it runs anew after a change of jurisdiction or a return.
-- do zh       核对起算日和办结日；确已超期的，说明原因并按规定报告。
-- do en       Check the day it runs from and the day it ended; where it ran over, give the reason and report it.
-- severity    high
-- applies     prosecution
-- basis       CPL 172; Rules 351
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; act prosecuted 2026-02-05 charge=盗窃罪
-- bad         case first_instance_prosecution 2026-01-05; person 张某; act prosecuted 2026-02-06 charge=盗窃罪
-- bad         case first_instance_prosecution 2026-01-05; person 张某; on 2026-02-06
SELECT d.case_id, 'due:' || d.rule || ':' || d.trigger_on || ':' || d.subject AS subject,
       CASE d.is_open WHEN 1 THEN date(d.due_on, '+1 day') END AS from_day,
       d.rule, d.trigger_on, d.due_on, d.met_on, d.ended_on
  FROM scope
  JOIN deadline AS d ON d.case_id = scope.case_id AND d.rule IN ('review_for_prosecution')
 WHERE d.optional = 0
   AND ((d.is_open = 1 AND d.paused_since IS NULL) OR d.met_on > d.due_on OR d.ended_on > d.due_on);
