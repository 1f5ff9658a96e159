-- title zh    办结日期早于审结日期
-- title en    Closed before it was decided
-- rule zh     办结应当在作出决定之后。
-- rule en     A case is closed after it was decided.
-- do zh       核对办结日期和决定日期。
-- do en       Check both days.
-- severity    medium
-- applies     all
-- basis       Practice
-- in force    always
-- good        case first_instance_prosecution 2026-01-05; person 张某; act prosecuted 2026-02-01 charge=盗窃罪; act closed 2026-02-02 outcome=起诉
-- bad         case first_instance_prosecution 2026-01-05; person 张某; act prosecuted 2026-02-03 charge=盗窃罪; act closed 2026-02-02 outcome=起诉; finds act:2
SELECT c.case_id, 'act:' || c.id AS subject, c.on_day, max(a.on_day) AS decided_on
  FROM scope
  JOIN act AS c ON c.case_id = scope.case_id AND c.kind = 'closed'
  JOIN act AS a ON a.case_id = c.case_id AND a.kind IN law_act_concluding AND a.kind NOT IN law_act_closing AND a.on_day > c.on_day
 WHERE NOT EXISTS (SELECT 1 FROM act AS o WHERE o.case_id = c.case_id AND o.kind = 'reopened' AND o.on_day >= c.on_day)
 GROUP BY c.id;
