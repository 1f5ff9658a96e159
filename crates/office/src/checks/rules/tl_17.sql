-- title zh    检察建议未在五日内报备
-- title en    Suggestion not filed upward in five days
-- rule zh     检察建议发出后五日内报上一级人民检察院备案。
-- rule en     A suggestion is filed with the next higher procuratorate within five days.
-- do zh       核对起算日和办结日；确已超期的，说明原因并按规定报告。
-- do en       Check the day it runs from and the day it ended; where it ran over, give the reason and report it.
-- severity    medium
-- applies     all
-- basis       PS 21
-- in force    2019-02-25 ..
-- good        case suggestion 2026-05-06; act suggestion_issued 2026-05-06 kind=other to_unit=某局; act suggestion_filed_up 2026-05-08
-- bad         case suggestion 2026-05-06; act suggestion_issued 2026-05-06 kind=other to_unit=某局; on 2026-06-01
SELECT d.case_id, 'due:' || d.rule || ':' || d.trigger_on || ':' || d.subject AS subject,
       CASE d.is_open WHEN 1 THEN date(d.due_on, '+1 day') END AS from_day,
       d.rule, d.trigger_on, d.due_on, d.met_on, d.ended_on
  FROM scope
  JOIN deadline AS d ON d.case_id = scope.case_id AND d.rule IN ('suggestion_record_filing', 'suggestion_investigation')
 WHERE d.optional = 0
   AND ((d.is_open = 1 AND d.paused_since IS NULL) OR d.met_on > d.due_on OR d.ended_on > d.due_on);
