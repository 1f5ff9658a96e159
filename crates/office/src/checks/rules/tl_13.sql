-- title zh    民事行政监督案件审查超期
-- title en    Civil or administrative review past its last day
-- rule zh     民事、行政诉讼监督案件应当自受理之日起三个月以内审查终结；调卷、鉴定等时间不计入。
-- rule en     A civil or administrative review ends three months after acceptance; calling the file, appraisal and the like are not counted.
-- do zh       核对起算日和办结日；确已超期的，说明原因并按规定报告。
-- do en       Check the day it runs from and the day it ended; where it ran over, give the reason and report it.
-- severity    medium
-- applies     civil administrative
-- basis       Civ 52; Adm 56
-- in force    2021-08-01 ..
-- good        case civil_judgment_supervision 2026-01-05; act not_supported 2026-04-03
-- bad         case civil_judgment_supervision 2026-01-05; on 2026-04-20
SELECT d.case_id, 'due:' || d.rule || ':' || d.trigger_on || ':' || d.subject AS subject,
       CASE d.is_open WHEN 1 THEN date(d.due_on, '+1 day') END AS from_day,
       d.rule, d.trigger_on, d.due_on, d.met_on, d.ended_on
  FROM scope
  JOIN deadline AS d ON d.case_id = scope.case_id AND d.rule IN ('civil_review', 'admin_review')
 WHERE d.optional = 0
   AND ((d.is_open = 1 AND d.paused_since IS NULL) OR d.met_on > d.due_on OR d.ended_on > d.due_on);
