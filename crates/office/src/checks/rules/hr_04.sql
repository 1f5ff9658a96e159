-- title zh  听证员人数不符合规定
-- title en  Number of hearing officers
-- rule zh   听证员人数一般在规定的人数之间。
-- rule en   The number of hearing officers is as a rule within the set range.
-- do zh     核对到会听证员；人数确需例外的，说明原因。
-- do en     Check who sat; where an exception was needed, explain.
-- severity  medium
-- applies   all
-- basis     Hear 8
-- in force  2020-10-20 ..
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; seat 钱某; seat 孙某; seat 李某
-- good      case first_instance_prosecution 2026-01-05; hearing simplified held_on=2026-03-10 is_public=1; seat 钱某
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; seat 钱某; on 2026-03-09
-- bad       case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; seat 钱某; seat 孙某; seat 李某 attended=0
-- bad       case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; finds hearing:1
-- bad       case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; seat 钱某; seat 孙某; seat 李某 dropped_on=2026-03-05 drop_reason=回避
SELECT h.case_id, 'hearing:' || h.id AS subject, h.held_on AS from_day, count(s.id) AS officers, k.least AS officers_least,
       k.most AS officers_most
  FROM scope
  JOIN hearing AS h ON h.case_id = scope.case_id AND h.held_on IS NOT NULL
  JOIN law_hearing_kind AS k ON k.code = h.kind AND h.held_on BETWEEN k.from_day AND k.until_day
  LEFT JOIN hearing_seat AS s ON s.hearing_id = h.id AND s.dropped_on IS NULL AND s.attended IS NOT 0
 WHERE h.cancelled_on IS NULL AND h.answer <> 'refused'
 GROUP BY h.id
HAVING count(s.id) NOT BETWEEN k.least AND k.most;
