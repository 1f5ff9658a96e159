-- title zh    收到裁判后未在法定期限内审查
-- title en    Judgment not reviewed within the time for a protest
-- rule zh     收到判决书后十日内、裁定书后五日内审查并决定是否抗诉。
-- rule en     A judgment is reviewed for a protest in 10 days, a ruling in 5.
-- do zh       核对起算日和办结日；确已超期的，说明原因并按规定报告。
-- do en       Check the day it runs from and the day it ended; where it ran over, give the reason and report it.
-- severity    high
-- applies     prosecution
-- basis       CPL 230; Rules 585; Rules 586
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; act judgment_received 2026-05-06 of=张某 kind=judgment judged_on=2026-04-30 outcome=guilty; act protest_reviewed 2026-05-11 of=张某 result=no_objection
-- bad         case first_instance_prosecution 2026-01-05; person 张某; act judgment_received 2026-05-06 of=张某 kind=judgment judged_on=2026-04-30 outcome=guilty; on 2026-06-01
SELECT d.case_id, 'due:' || d.rule || ':' || d.trigger_on || ':' || d.subject AS subject,
       CASE d.is_open WHEN 1 THEN date(d.due_on, '+1 day') END AS from_day,
       d.rule, d.trigger_on, d.due_on, d.met_on, d.ended_on
  FROM scope
  JOIN deadline AS d ON d.case_id = scope.case_id AND d.rule IN ('protest_judgment', 'protest_ruling')
 WHERE d.optional = 0
   AND ((d.is_open = 1 AND d.paused_since IS NULL) OR d.met_on > d.due_on OR d.ended_on > d.due_on);
