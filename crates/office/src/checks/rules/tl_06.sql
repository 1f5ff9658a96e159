-- title zh    退回补充侦查逾期未重报
-- title en    Not transferred again in time after a return
-- rule zh     补充侦查应当在一个月以内完毕；超过期限未重新移送的，人民检察院应当要求说明理由。
-- rule en     A supplementary investigation ends within one month; where the case has not come back, the reason is asked for.
-- do zh       要求侦查机关说明未重新移送的理由，并登记。
-- do en       Ask the investigating body for the reason, and record it.
-- severity    medium
-- applies     prosecution
-- basis       Rules 346; Rules 347
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; act returned_for_investigation 2026-02-02; act retransferred 2026-03-02 received_on=2026-03-02
-- good        case first_instance_prosecution 2026-01-05; person 张某; act returned_for_investigation 2026-02-02; act overdue_reason_asked 2026-03-10
-- bad         case first_instance_prosecution 2026-01-05; person 张某; act returned_for_investigation 2026-02-02; on 2026-03-10
SELECT d.case_id, d.subject, date(d.due_on, '+1 day') AS from_day, d.rule, d.trigger_on, d.due_on
  FROM scope
  JOIN deadline AS d ON d.case_id = scope.case_id AND d.rule = 'supplementary_investigation' AND d.is_open = 1
 WHERE NOT EXISTS (SELECT 1 FROM act AS a
                    WHERE a.case_id = d.case_id AND a.kind = 'overdue_reason_asked' AND a.on_day > d.due_on);
