-- title zh  听证效果未登记
-- title en  Effect of a hearing not recorded
-- rule zh   案件办结后，应当登记听证效果；期限由本院设定。
-- rule en   The effect of a hearing is recorded after the case is concluded; the time is the office's own.
-- do zh     登记听证效果。
-- do en     Record the effect of the hearing.
-- severity  low
-- applies   all
-- basis     Practice
-- in force  2020-10-20 ..
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 began_at=09:00 ended_at=10:30; effect accepted 2026-04-01; act prosecuted 2026-03-12 charge=盗窃罪; act closed 2026-04-10
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 began_at=09:00 ended_at=10:30; act prosecuted 2026-03-12 charge=盗窃罪; act closed 2026-04-10; on 2026-05-10
-- bad       case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 began_at=09:00 ended_at=10:30; act prosecuted 2026-03-12 charge=盗窃罪; act closed 2026-04-10; on 2026-05-11
--           finds hearing:1
SELECT h.case_id, 'hearing:' || h.id AS subject, date(max(a.on_day), '+' || (w.days + 1) || ' days') AS from_day, h.held_on,
       max(a.on_day) AS on_day
  FROM scope
  JOIN hearing AS h ON h.case_id = scope.case_id AND h.ended_at IS NOT NULL
  JOIN law_hearing_within AS w ON w.code = 'effect_within'
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind IN law_act_closing
 WHERE NOT EXISTS (SELECT 1 FROM hearing_effect AS e WHERE e.hearing_id = h.id) AND h.cancelled_on IS NULL AND h.answer <> 'refused'
 GROUP BY h.id;
