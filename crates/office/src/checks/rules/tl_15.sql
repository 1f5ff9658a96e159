-- title zh    行政公益诉讼整改期满未决定是否起诉
-- title en    No decision after the rectification period in administrative public-interest litigation
-- rule zh     行政机关整改期限届满后一个月以内审查决定是否提起诉讼，经批准可以延长一个月。
-- rule en     Within one month of the end of the rectification period it is decided whether to sue; one month more with approval.
-- do zh       核对起算日和办结日；确已超期的，说明原因并按规定报告。
-- do en       Check the day it runs from and the day it ended; where it ran over, give the reason and report it.
-- severity    high
-- applies     pil_administrative
-- basis       PIL 47; PIL 77
-- in force    2021-07-01 ..
-- good        case pil_admin_pretrial 2026-01-05; act pil_filed 2026-01-12 number=1号; act filing_served 2026-01-15 to_unit=某局
-- bad         case pil_admin_pretrial 2026-01-05; act pil_filed 2026-01-12 number=1号; on 2026-02-10
SELECT d.case_id, 'due:' || d.rule || ':' || d.trigger_on || ':' || d.subject AS subject,
       CASE d.is_open WHEN 1 THEN date(d.due_on, '+1 day') END AS from_day,
       d.rule, d.trigger_on, d.due_on, d.met_on, d.ended_on
  FROM scope
  JOIN deadline AS d ON d.case_id = scope.case_id AND d.rule IN ('pil_admin_prosecution_review', 'pil_filing_service', 'pil_suggestion_service', 'pil_suggestion_filing_up')
 WHERE d.optional = 0
   AND ((d.is_open = 1 AND d.paused_since IS NULL) OR d.met_on > d.due_on OR d.ended_on > d.due_on);
