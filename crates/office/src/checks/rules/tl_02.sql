-- title zh    审查逮捕超期
-- title en    Arrest review past its last day
-- rule zh     对已被拘留的犯罪嫌疑人七日内、未被拘留的十五日内（重大、复杂的二十日内）作出是否逮捕的决定。
-- rule en     Arrest is decided in 7 days where the suspect is detained, else in 15, in major and complex cases in 20.
-- do zh       核对起算日和办结日；确已超期的，说明原因并按规定报告。
-- do en       Check the day it runs from and the day it ended; where it ran over, give the reason and report it.
-- severity    high
-- applies     arrest
-- basis       CPL 91; Rules 282; Rules 297
-- in force    2019-12-30 ..
-- good        case arrest_review 2026-01-05; person 张某; measure 张某 detention executed_on=2026-01-01; act arrest_approved 2026-01-12 of=张某
-- good        case arrest_review 2026-01-05; person 张某; measure 张某 detention executed_on=2026-01-01; on 2026-01-12
-- bad         case arrest_review 2026-01-05; person 张某; measure 张某 detention executed_on=2026-01-01; act arrest_approved 2026-01-13 of=张某
-- bad         case arrest_review 2026-01-05; person 张某; measure 张某 detention executed_on=2026-01-01; on 2026-01-13
SELECT d.case_id, 'due:' || d.rule || ':' || d.trigger_on || ':' || d.subject AS subject,
       CASE d.is_open WHEN 1 THEN date(d.due_on, '+1 day') END AS from_day,
       d.rule, d.trigger_on, d.due_on, d.met_on, d.ended_on
  FROM scope
  JOIN deadline AS d ON d.case_id = scope.case_id AND d.rule IN ('arrest_review_detained', 'arrest_review_not_detained', 'self_investigated_arrest_review', 'self_investigated_arrest_review_not_detained', 'self_investigated_arrest_total')
 WHERE d.optional = 0
   AND ((d.is_open = 1 AND d.paused_since IS NULL) OR d.met_on > d.due_on OR d.ended_on > d.due_on);
