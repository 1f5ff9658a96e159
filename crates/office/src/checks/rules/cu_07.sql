-- title zh    取保候审案件受理七日内未作决定
-- title en    No decision on bail seven days after acceptance
-- rule zh     受理取保候审的案件后七日内决定是否继续、变更或者解除。
-- rule en     Within seven days of receipt it is decided whether bail goes on.
-- do zh       补录继续或者变更取保候审的决定。
-- do en       Record the decision on bail.
-- severity    medium
-- applies     prosecution
-- basis       Bail 26
-- in force    2022-09-05 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; measure 张某 bail decided_on=2025-12-01; act measure_taken 2026-01-08 of=张某 measure=bail
-- bad         case first_instance_prosecution 2026-01-05; person 张某; measure 张某 bail decided_on=2025-12-01; on 2026-02-01
SELECT d.case_id, 'due:' || d.rule || ':' || d.trigger_on || ':' || d.subject AS subject,
       CASE d.is_open WHEN 1 THEN date(d.due_on, '+1 day') END AS from_day,
       d.rule, d.trigger_on, d.due_on, d.met_on, d.ended_on
  FROM scope
  JOIN deadline AS d ON d.case_id = scope.case_id AND d.rule IN ('measure_decision_on_acceptance')
 WHERE d.optional = 0
   AND ((d.is_open = 1 AND d.paused_since IS NULL) OR d.met_on > d.due_on OR d.ended_on > d.due_on);
