-- title zh    行刑反向衔接移送、审查超期
-- title en    Reverse link transferred or reviewed late
-- rule zh     作出不起诉决定后三个工作日内移送行政检察部门；行政检察部门十个工作日内审查。
-- rule en     Handed over within three working days of the non-prosecution; reviewed within ten.
-- do zh       核对起算日和办结日；确已超期的，说明原因并按规定报告。
-- do en       Check the day it runs from and the day it ended; where it ran over, give the reason and report it.
-- severity    high
-- applies     prosecution reverse_link
-- basis       Rev 4; Rev 12
-- in force    2024-11-26 ..
-- good        case reverse_link 2026-05-06; act reverse_link_opinion_sent 2026-05-12 to_unit=某局
-- bad         case reverse_link 2026-05-06; on 2026-06-30
-- bad         case first_instance_prosecution 2026-01-05; person 张某; act not_prosecuted 2026-05-06 of=张某 kind=relative; on 2026-05-20
SELECT d.case_id, 'due:' || d.rule || ':' || d.trigger_on || ':' || d.subject AS subject,
       CASE d.is_open WHEN 1 THEN date(d.due_on, '+1 day') END AS from_day,
       d.rule, d.trigger_on, d.due_on, d.met_on, d.ended_on
  FROM scope
  JOIN deadline AS d ON d.case_id = scope.case_id AND d.rule IN ('reverse_link_transfer', 'reverse_link_review')
 WHERE d.optional = 0
   AND ((d.is_open = 1 AND d.paused_since IS NULL) OR d.met_on > d.due_on OR d.ended_on > d.due_on);
