-- title zh    强制措施日期颠倒
-- title en    Days of a measure out of order
-- rule zh     强制措施先决定、后执行、再解除。
-- rule en     A measure is decided, then carried out, then ended.
-- do zh       核对决定、执行、届满和解除日期。
-- do en       Check the days of decision, execution and end.
-- severity    stop
-- applies     criminal
-- basis       Practice
-- in force    always
-- good        case first_instance_prosecution 2026-01-05; person 张某; measure 张某 arrest decided_on=2025-12-20 executed_on=2025-12-20 ended_on=2026-02-01
-- bad         case first_instance_prosecution 2026-01-05; person 张某; measure 张某 arrest decided_on=2025-12-20 executed_on=2025-12-19; finds measure:1
-- bad         case first_instance_prosecution 2026-01-05; person 张某; measure 张某 arrest executed_on=2025-12-20 ended_on=2025-12-19
SELECT m.case_id, 'measure:' || m.id AS subject, m.kind AS measure, m.decided_on, m.executed_on, m.ended_on
  FROM scope
  JOIN measure AS m ON m.case_id = scope.case_id
 WHERE m.executed_on < m.decided_on OR m.ended_on < coalesce(m.executed_on, m.decided_on) OR m.expires_on < m.executed_on;
