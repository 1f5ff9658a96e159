-- title zh    在押期限届满未处理
-- title en    Custody past its last day
-- rule zh     羁押期限届满，案件尚未办结的，应当释放或者变更强制措施。
-- rule en     When the period of custody ends, the person is released or the measure changed.
-- do zh       立即释放或者变更强制措施；期限已延长的，补填新的届满日。
-- do en       Release or change the measure at once; where the period was extended, enter the new last day.
-- severity    stop
-- applies     criminal
-- basis       CPL 98; CPL 99
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; measure 张某 arrest executed_on=2026-01-01 expires_on=2026-03-01 ended_on=2026-03-01
-- good        case first_instance_prosecution 2026-01-05; person 张某; measure 张某 arrest executed_on=2026-01-01 expires_on=2026-03-01; on 2026-03-01
-- bad         case first_instance_prosecution 2026-01-05; person 张某; measure 张某 arrest executed_on=2026-01-01 expires_on=2026-03-01; on 2026-03-02; finds measure:1
SELECT m.case_id, 'measure:' || m.id AS subject, date(m.expires_on, '+1 day') AS from_day, p.name AS person,
       m.kind AS measure, m.expires_on
  FROM scope
  JOIN measure AS m ON m.case_id = scope.case_id AND m.kind IN law_measure_custody AND m.kind <> 'serving_sentence'
  JOIN person AS p ON p.id = m.person_id
 WHERE m.expires_on IS NOT NULL AND m.ended_on IS NULL
   AND NOT EXISTS (SELECT 1 FROM measure AS n
                    WHERE n.person_id = m.person_id AND n.id <> m.id AND n.ended_on IS NULL
                      AND (n.expires_on IS NULL OR n.expires_on > m.expires_on)
                      AND coalesce(n.executed_on, n.decided_on) <= date(m.expires_on, '+1 day'));
