-- title zh    取保候审、监视居住期限届满未解除
-- title en    Bail or residential surveillance past its term
-- rule zh     取保候审最长不得超过十二个月，监视居住最长不得超过六个月；期限届满的，应当及时解除。
-- rule en     Bail lasts at most twelve months, residential surveillance six; at the end of its term it is lifted.
-- do zh       解除或者变更强制措施，并登记。
-- do en       Lift or change the measure, and record it.
-- severity    high
-- applies     criminal
-- basis       CPL 79; Rules 102; Rules 112
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; measure 张某 bail decided_on=2026-01-06 ended_on=2026-12-01
-- bad         case first_instance_prosecution 2026-01-05; person 张某; measure 张某 bail decided_on=2026-01-06; on 2027-01-10
-- bad         case first_instance_prosecution 2026-01-05; person 张某; measure 张某 bail decided_on=2026-01-06 expires_on=2026-07-05; on 2026-07-06
SELECT d.case_id, 'due:' || d.rule || ':' || d.trigger_on || ':' || d.subject AS subject,
       CASE d.is_open WHEN 1 THEN date(d.due_on, '+1 day') END AS from_day,
       d.rule, d.trigger_on, d.due_on, d.met_on, d.ended_on
  FROM scope
  JOIN deadline AS d ON d.case_id = scope.case_id AND d.rule IN ('bail_max', 'residential_surveillance_max')
 WHERE d.optional = 0
   AND ((d.is_open = 1 AND d.paused_since IS NULL) OR d.met_on > d.due_on OR d.ended_on > d.due_on);
