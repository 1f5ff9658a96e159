-- title zh  未及时将处理决定告知听证员
-- title en  Hearing officers not told of the decision in time
-- rule zh   作出处理决定后，应当将决定和理由告知听证员；期限由本院设定。
-- rule en   Hearing officers are told the decision and its reasons; the time is the office's own.
-- do zh     告知听证员并登记日期。
-- do en     Tell the officers and enter the day.
-- severity  low
-- applies   all
-- basis     Hear 17; Practice
-- in force  2020-10-20 ..
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 decided_on=2026-03-12 decision=不起诉; seat 钱某 told_on=2026-03-22
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 decided_on=2026-03-12 decision=不起诉; seat 钱某; on 2026-03-22
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 decided_on=2026-03-12 decision=不起诉; seat 钱某 attended=0
-- bad       case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 decided_on=2026-03-12 decision=不起诉; seat 钱某; on 2026-03-23
--           finds hearing:1
-- bad       case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 decided_on=2026-03-12 decision=不起诉; seat 钱某 told_on=2026-03-23
SELECT h.case_id, 'hearing:' || h.id AS subject, date(h.decided_on, '+' || (w.days + 1) || ' days') AS from_day,
       h.decided_on, group_concat(s.name, '、' ORDER BY s.id) AS names
  FROM scope
  JOIN hearing AS h ON h.case_id = scope.case_id AND h.decided_on IS NOT NULL
  JOIN law_hearing_within AS w ON w.code = 'officers_told_within'
  JOIN hearing_seat AS s ON s.hearing_id = h.id AND s.dropped_on IS NULL AND s.attended IS NOT 0
 WHERE s.told_on IS NULL OR s.told_on > date(h.decided_on, '+' || w.days || ' days')
 GROUP BY h.id;
