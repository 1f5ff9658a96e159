-- title zh    听证日期晚于案件决定日期
-- title en    Hearing after the case was decided
-- rule zh     听证应当在作出决定之前召开。
-- rule en     A hearing is held before the decision.
-- do zh       核对听证日期和决定日期。
-- do en       Check both days.
-- severity    medium
-- applies     all
-- basis       Hear 4
-- in force    2020-10-20 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; hearing ordinary held_on=2026-01-20; act not_prosecuted 2026-02-01 kind=relative
-- bad         case first_instance_prosecution 2026-01-05; person 张某; hearing ordinary held_on=2026-02-09; act not_prosecuted 2026-02-01 kind=relative; finds hearing:1
SELECT h.case_id, 'hearing:' || h.id AS subject, h.held_on, min(a.on_day) AS decided_on
  FROM scope
  JOIN hearing AS h ON h.case_id = scope.case_id AND h.cancelled_on IS NULL
  JOIN act AS a ON a.case_id = h.case_id AND a.kind IN law_act_concluding
 WHERE a.on_day < h.held_on
 GROUP BY h.id;
