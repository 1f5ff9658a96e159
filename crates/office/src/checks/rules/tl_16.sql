-- title zh    民事公益诉讼公告期满未决定是否起诉
-- title en    No decision after the announcement in civil public-interest litigation
-- rule zh     公告期满之日起三个月以内审查决定是否提起诉讼，经批准可以延长一个月。
-- rule en     Within three months of the end of the announcement it is decided whether to sue; one month more with approval.
-- do zh       核对起算日和办结日；确已超期的，说明原因并按规定报告。
-- do en       Check the day it runs from and the day it ended; where it ran over, give the reason and report it.
-- severity    high
-- applies     pil_civil
-- basis       PIL 47; PIL 48
-- in force    2021-07-01 ..
-- good        case pil_civil_pretrial 2026-01-05; act announced 2026-01-20 medium=正义网; act announcement_ended 2026-02-24 result=nobody_sues; act pil_prosecuted 2026-04-10 court=测县人民法院
-- bad         case pil_civil_pretrial 2026-01-05; act announced 2026-01-20 medium=正义网; act announcement_ended 2026-02-24 result=nobody_sues; on 2026-08-01
SELECT d.case_id, 'due:' || d.rule || ':' || d.trigger_on || ':' || d.subject AS subject,
       CASE d.is_open WHEN 1 THEN date(d.due_on, '+1 day') END AS from_day,
       d.rule, d.trigger_on, d.due_on, d.met_on, d.ended_on
  FROM scope
  JOIN deadline AS d ON d.case_id = scope.case_id AND d.rule IN ('pil_civil_prosecution_review')
 WHERE d.optional = 0
   AND ((d.is_open = 1 AND d.paused_since IS NULL) OR d.met_on > d.due_on OR d.ended_on > d.due_on);
