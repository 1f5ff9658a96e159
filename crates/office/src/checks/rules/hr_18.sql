-- title zh  同一听证员一年内参加听证过多
-- title en  Same hearing officer used too often in a year
-- rule zh   听证员应当有广泛的代表性；一年内使用同一听证员的次数由本院设定上限。
-- rule en   Hearing officers come from many quarters; how often one sits in a year is limited by the office.
-- do zh     核对该次确定听证员的理由，以后优先抽取其他听证员。
-- do en     Look at why this officer was taken; draw others first from now on.
-- severity  low
-- applies   all
-- basis     Pool; Practice
-- in force  2020-10-20 ..
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; seat 钱某 asked_before=5
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; seat 钱某 asked_before=6 dropped_on=2026-03-05 drop_reason=回避
-- bad       case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; seat 钱某 asked_before=6; finds hearing:1
SELECT h.case_id, 'hearing:' || h.id AS subject, group_concat(s.name, '、' ORDER BY s.id) AS names,
       max(s.asked_before) + 1 AS hearings_of_year
  FROM scope
  JOIN hearing AS h ON h.case_id = scope.case_id
  JOIN law_hearing_yearly AS w ON w.code = 'officer_yearly'
  JOIN hearing_seat AS s ON s.hearing_id = h.id AND s.dropped_on IS NULL AND s.asked_before >= w.most
 WHERE h.cancelled_on IS NULL AND h.answer <> 'refused'
 GROUP BY h.id;
