-- title zh  听证员不符合条件
-- title en  Hearing officer who may not sit
-- rule zh   听证员应当达到规定年龄，与案件没有利害关系。
-- rule en   A hearing officer has reached the set age and has no interest in the case.
-- do zh     核对听证员的出生日期、声明和身份；确不符合条件的，说明情况。
-- do en     Check birthday, declaration and identity; where the officer may not sit, explain.
-- severity  high
-- applies   all
-- basis     Hear 7
-- in force  2020-10-20 ..
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; seat 钱某 birth=2003-03-10
-- good      case first_instance_prosecution 2026-01-05; person 张某; hearing ordinary held_on=2026-03-10 is_public=1; seat 张某 birth=1980-01-01 namesake_reason=不是同一人
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; seat 钱某 birth=1980-01-01 conflict=relative dropped_on=2026-03-05 drop_reason=回避
-- bad       case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; seat 钱某 birth=2003-03-11; finds hearing:1
-- bad       case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; seat 钱某 birth=1980-01-01 conflict=relative
-- bad       case first_instance_prosecution 2026-01-05; person 张某; hearing ordinary held_on=2026-03-10 is_public=1; seat 张某 birth=1980-01-01
SELECT h.case_id, 'hearing:' || h.id AS subject, group_concat(s.name, '、' ORDER BY s.id) AS names, h.held_on
  FROM scope
  JOIN hearing AS h ON h.case_id = scope.case_id AND h.held_on IS NOT NULL
  JOIN hearing_seat AS s ON s.hearing_id = h.id AND s.dropped_on IS NULL
  JOIN law_age AS a ON a.code = 'hearing_officer'
 WHERE (s.conflict <> ''
        OR substr(h.held_on, 1, 4) - substr(s.birth, 1, 4) - (substr(h.held_on, 6) < substr(s.birth, 6)) < a.years
        OR (h.began_at IS NULL AND EXISTS (SELECT 1 FROM officer_bar AS b WHERE b.officer_id = s.officer_id))
        OR (s.namesake_reason = ''
            AND EXISTS (SELECT 1 FROM person AS p WHERE p.case_id = h.case_id AND p.name = s.name)))
   AND h.cancelled_on IS NULL AND h.answer <> 'refused'
 GROUP BY h.id;
