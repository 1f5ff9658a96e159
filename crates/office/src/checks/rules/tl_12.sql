-- title zh    撤回起诉后三十日未作决定
-- title en    No decision 30 days after the prosecution was withdrawn
-- rule zh     人民法院准许撤回起诉的，应当在三十日以内作出不起诉决定；需要重新侦查的除外。
-- rule en     After a permitted withdrawal the case is decided within 30 days.
-- do zh       核对起算日和办结日；确已超期的，说明原因并按规定报告。
-- do en       Check the day it runs from and the day it ended; where it ran over, give the reason and report it.
-- severity    high
-- applies     prosecution
-- basis       Rules 424
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; act prosecution_withdrawn 2026-05-06 of=张某 reason=证据变化 court_permitted_on=2026-05-06; act not_prosecuted 2026-05-20 of=张某 kind=insufficient_evidence
-- bad         case first_instance_prosecution 2026-01-05; person 张某; act prosecution_withdrawn 2026-05-06 of=张某 reason=证据变化 court_permitted_on=2026-05-06; on 2026-07-01
SELECT d.case_id, 'due:' || d.rule || ':' || d.trigger_on || ':' || d.subject AS subject,
       CASE d.is_open WHEN 1 THEN date(d.due_on, '+1 day') END AS from_day,
       d.rule, d.trigger_on, d.due_on, d.met_on, d.ended_on
  FROM scope
  JOIN deadline AS d ON d.case_id = scope.case_id AND d.rule IN ('withdrawn_prosecution_decision')
 WHERE d.optional = 0
   AND ((d.is_open = 1 AND d.paused_since IS NULL) OR d.met_on > d.due_on OR d.ended_on > d.due_on);
