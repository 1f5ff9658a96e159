-- title zh    对被监督单位异议未在七日内复查
-- title en    Objection of the supervised body not decided in seven days
-- rule zh     被监督单位提出书面异议的，应当在七日以内复查并答复。
-- rule en     A written objection is decided within seven days.
-- do zh       核对起算日和办结日；确已超期的，说明原因并按规定报告。
-- do en       Check the day it runs from and the day it ended; where it ran over, give the reason and report it.
-- severity    medium
-- applies     all
-- basis       Rules 554
-- in force    2019-12-30 ..
-- good        case investigation_supervision 2026-05-06; act correction_objected 2026-05-06 received_on=2026-05-06; act correction_objection_decided 2026-05-11 result=upheld
-- bad         case investigation_supervision 2026-05-06; act correction_objected 2026-05-06 received_on=2026-05-06; on 2026-06-01
SELECT d.case_id, 'due:' || d.rule || ':' || d.trigger_on || ':' || d.subject AS subject,
       CASE d.is_open WHEN 1 THEN date(d.due_on, '+1 day') END AS from_day,
       d.rule, d.trigger_on, d.due_on, d.met_on, d.ended_on
  FROM scope
  JOIN deadline AS d ON d.case_id = scope.case_id AND d.rule IN ('correction_review_by_procuratorate')
 WHERE d.optional = 0
   AND ((d.is_open = 1 AND d.paused_since IS NULL) OR d.met_on > d.due_on OR d.ended_on > d.due_on);
