-- title zh  听证通知晚于规定时间
-- title en  Participants of a hearing told too late
-- rule zh   举行听证会，应当在规定日数前将案由、时间和地点告知听证会参加人。
-- rule en   Participants are told cause, time and place of a hearing a set number of days before.
-- do zh     核对通知日期；确属迟发的，说明原因并取得参加人同意或者另定日期。
-- do en     Check the day of the notice; if it was late, explain, and get the participants' agreement or set another day.
-- severity  high
-- applies   all
-- basis     Hear 10
-- in force  2020-10-20 ..
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; participant 张某 role=suspect notice_sent_on=2026-03-07
-- good      case first_instance_prosecution 2026-01-05; hearing simplified held_on=2026-03-10 is_public=1; participant 张某 role=suspect notice_sent_on=2026-03-09
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; participant 张某 role=suspect; on 2026-03-07
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; participant 某报 role=media
-- bad       case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; participant 张某 role=suspect notice_sent_on=2026-03-08
-- bad       case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; participant 张某 role=suspect; on 2026-03-08
--           finds hearing:1
SELECT h.case_id, 'hearing:' || h.id AS subject,
       date(h.held_on, '-' || (k.notice_days - 1) || ' days') AS from_day,
       h.held_on, group_concat(p.name, '、' ORDER BY p.id) AS names
  FROM scope
  JOIN hearing AS h ON h.case_id = scope.case_id AND h.held_on IS NOT NULL
  JOIN law_hearing_kind AS k ON k.code = h.kind AND h.held_on BETWEEN k.from_day AND k.until_day AND k.notice_days > 0
  JOIN hearing_participant AS p ON p.hearing_id = h.id AND p.role NOT IN ('observer', 'media')
 WHERE (p.notice_sent_on IS NULL OR p.notice_sent_on > date(h.held_on, '-' || k.notice_days || ' days'))
   AND h.cancelled_on IS NULL AND h.answer <> 'refused'
 GROUP BY h.id;
