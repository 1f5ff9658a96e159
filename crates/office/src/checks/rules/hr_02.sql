-- title zh    听证通知不足三日
-- title en    Participants told less than three days before
-- rule zh     应当在听证三日前告知听证会参加人案由、听证时间和地点。
-- rule en     Participants are told three days before the hearing; not for a simplified one.
-- do zh       与未及时通知的参加人确认，或者改期。
-- do en       Confirm with those told late, or put the hearing off.
-- severity    high
-- applies     all
-- basis       Hear 10; Civ 56; Adm 70
-- in force    2020-10-20 ..
-- good        case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-09; participant 张某 notice_sent_on=2026-03-06
-- good        case first_instance_prosecution 2026-01-05; hearing simplified held_on=2026-03-09; participant 张某 notice_sent_on=2026-03-08
-- bad         case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-09; participant 张某 notice_sent_on=2026-03-07; finds hearing:1
SELECT h.case_id, 'hearing:' || h.id AS subject, h.held_on, min(p.name) AS person, max(p.notice_sent_on) AS notice_sent_on
  FROM scope
  JOIN hearing AS h ON h.case_id = scope.case_id AND h.cancelled_on IS NULL
  JOIN hearing_participant AS p ON p.hearing_id = h.id
 WHERE h.kind <> 'simplified' AND date(p.notice_sent_on, '+3 days') > h.held_on
 GROUP BY h.id;
