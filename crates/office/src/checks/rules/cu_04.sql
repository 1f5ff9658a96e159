-- title zh    在押案件未作羁押必要性审查
-- title en    No custody-necessity review in a case with somebody in custody
-- rule zh     犯罪嫌疑人被逮捕后，人民检察院仍应当对羁押的必要性进行审查；间隔天数由本院设定，未设定的不提示。
-- rule en     After an arrest the need for custody is still reviewed; the office sets after how many days. Without a number nothing is found.
-- do zh       启动羁押必要性审查并登记结果。
-- do en       Begin a custody-necessity review and record its result.
-- severity    medium
-- applies     prosecution
-- basis       CPL 95; Rules 573; Rules 575
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; measure 张某 arrest executed_on=2026-01-01; on 2026-12-31
-- good        period custody_necessity_review 30d; case first_instance_prosecution 2026-01-05; person 张某; measure 张某 arrest executed_on=2026-01-01; act custody_necessity_decision 2026-02-04 of=张某 result=keep; on 2026-03-31
-- good        period custody_necessity_review 30d; case first_instance_prosecution 2026-01-05; person 张某; measure 张某 bail decided_on=2026-01-01; on 2026-03-31
-- bad         period custody_necessity_review 30d; case first_instance_prosecution 2026-01-05; person 张某; measure 张某 arrest executed_on=2026-01-01; on 2026-02-05
SELECT d.case_id, 'due:' || d.rule || ':' || d.trigger_on || ':' || d.subject AS subject,
       CASE d.is_open WHEN 1 THEN date(d.due_on, '+1 day') END AS from_day,
       d.rule, d.trigger_on, d.due_on, d.met_on, d.ended_on
  FROM scope
  JOIN deadline AS d ON d.case_id = scope.case_id AND d.rule IN ('custody_necessity_review')
 WHERE d.optional = 0
   AND ((d.is_open = 1 AND d.paused_since IS NULL) OR d.met_on > d.due_on OR d.ended_on > d.due_on);
