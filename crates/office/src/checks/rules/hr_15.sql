-- title zh  听证日期晚于案件审结日期
-- title en  Hearing after the decision of the case
-- rule zh   听证是审查案件的活动，应当在作出决定前举行。
-- rule en   A hearing serves the review and is held before the decision.
-- do zh     核对听证日期和审结日期；确在审结后举行的，说明原因。
-- do en     Check both days; where it was held after the decision, explain.
-- severity  medium
-- applies   all
-- basis     Hear 2; Practice
-- in force  2020-10-20 ..
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; act prosecuted 2026-03-12 charge=盗窃罪
-- good      case first_instance_prosecution 2026-01-05; act prosecuted 2026-03-01 charge=盗窃罪; hearing ordinary held_on=2026-03-10 is_public=1 cancelled_on=2026-03-02 cancel_reason=已决定
-- bad       case first_instance_prosecution 2026-01-05; act prosecuted 2026-03-01 charge=盗窃罪; hearing ordinary held_on=2026-03-10 is_public=1; finds hearing:1
SELECT h.case_id, 'hearing:' || h.id AS subject, h.held_on, max(a.on_day) AS on_day
  FROM scope
  JOIN hearing AS h ON h.case_id = scope.case_id AND h.held_on IS NOT NULL
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind IN law_act_concluding
 WHERE h.cancelled_on IS NULL AND h.answer <> 'refused'
 GROUP BY h.id
HAVING max(a.on_day) < h.held_on;
