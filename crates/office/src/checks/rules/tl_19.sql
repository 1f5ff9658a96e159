-- title zh    未在三日内告知权利
-- title en    Rights not told in three days
-- rule zh     收到移送起诉的案件材料之日起三日以内，告知犯罪嫌疑人有权委托辩护人、申请法律援助，告知被害人有权委托诉讼代理人。
-- rule en     Within three days of receipt the suspect and the victim are told their rights.
-- do zh       核对起算日和办结日；确已超期的，说明原因并按规定报告。
-- do en       Check the day it runs from and the day it ended; where it ran over, give the reason and report it.
-- severity    medium
-- applies     arrest prosecution
-- basis       CPL 34; CPL 46; Rules 40; Rules 55
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; act rights_told_suspect 2026-01-07 of=张某
-- bad         case first_instance_prosecution 2026-01-05; person 张某; on 2026-01-20
SELECT d.case_id, 'due:' || d.rule || ':' || d.trigger_on || ':' || d.subject AS subject,
       CASE d.is_open WHEN 1 THEN date(d.due_on, '+1 day') END AS from_day,
       d.rule, d.trigger_on, d.due_on, d.met_on, d.ended_on
  FROM scope
  JOIN deadline AS d ON d.case_id = scope.case_id AND d.rule IN ('rights_notice_suspect', 'rights_notice_victim')
 WHERE d.optional = 0
   AND ((d.is_open = 1 AND d.paused_since IS NULL) OR d.met_on > d.due_on OR d.ended_on > d.due_on);
