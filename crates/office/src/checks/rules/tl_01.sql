-- title zh    在押案件期限届满未处理
-- title en    Period of a person in custody past its last day
-- rule zh     犯罪嫌疑人、被告人被羁押的案件，不能在法定期限内办结的，应当释放或者变更强制措施。
-- rule en     A case of a person in custody that is not decided in time means release or another measure.
-- do zh       立即作出决定、释放或者变更强制措施；期限已延长的，补录延长。
-- do en       Decide, release or change the measure at once; where the period was extended, record it.
-- severity    stop
-- applies     criminal
-- basis       CPL 98; CPL 99
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; measure 张某 arrest executed_on=2026-01-01; on 2026-02-05
-- good        case first_instance_prosecution 2026-01-05; person 张某; measure 张某 arrest executed_on=2026-01-01 ended_on=2026-02-04; on 2026-02-10
-- good        case first_instance_prosecution 2026-01-05; person 张某; measure 张某 arrest executed_on=2026-01-01; act prosecuted 2026-02-05 charge=盗窃罪; on 2026-02-20
-- bad         case first_instance_prosecution 2026-01-05; person 张某; measure 张某 arrest executed_on=2026-01-01; on 2026-02-06
-- bad         case arrest_review 2026-01-05; person 张某; measure 张某 detention executed_on=2026-01-01; on 2026-01-13
SELECT d.case_id, 'due:' || d.rule || ':' || d.trigger_on || ':' || d.subject AS subject, date(d.due_on, '+1 day') AS from_day,
       d.rule, d.trigger_on, d.due_on, p.name AS person
  FROM scope
  JOIN deadline AS d ON d.case_id = scope.case_id AND d.in_custody = 1 AND d.is_open = 1 AND d.optional = 0 AND d.paused_since IS NULL
   AND d.rule IN ('arrest_review_detained', 'self_investigated_arrest_review', 'self_investigated_arrest_total', 'supervisory_case_prior_detention',
                  'investigative_custody', 'review_for_prosecution', 'review_for_prosecution_fast_track', 'trial_first_instance', 'trial_summary',
                  'trial_fast_track', 'trial_second_instance')
  LEFT JOIN person AS p ON p.id = d.person_id;
