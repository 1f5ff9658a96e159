-- title zh    期限无法计算或者延长未计入
-- title en    A time limit that can't be counted
-- rule zh     每一期限应当能够由案卡计算；缺少必要信息的，系统不作猜测。
-- rule en     Every time limit follows from the card; where something is missing, nothing is guessed.
-- do zh       按提示补填对应节点的信息。
-- do en       Complete the act as the words say.
-- severity    high
-- applies     all
-- basis       Practice
-- in force    always
-- good        case first_instance_prosecution 2026-01-05; person 张某; act review_extended 2026-02-03 extension=major_complex_15d reason=major_complex
-- bad         case first_instance_prosecution 2026-01-05; person 张某; act review_extended 2026-02-03 extension=no_such reason=major_complex
SELECT g.case_id, 'due:' || g.rule || ':' || g.trigger_on || ':' || g.subject AS subject, g.rule, min(g.code) AS gap
  FROM scope
  JOIN deadline_gap AS g ON g.case_id = scope.case_id
 WHERE g.code NOT IN ('period_setting_missing', 'period_counts_no_days', 'extension_after_expiry')
 GROUP BY g.case_id, g.rule, g.trigger_on, g.subject;
