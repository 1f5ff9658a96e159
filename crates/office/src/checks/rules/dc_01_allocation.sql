-- title zh    决定日期早于分案日期
-- title en    Decided before it was allocated
-- rule zh     分案之后才能作出决定。
-- rule en     A case is allocated before it is decided.
-- do zh       核对分案日期和决定日期。
-- do en       Check the days of allocation and decision.
-- severity    stop
-- applies     all
-- basis       Practice
-- in force    always
-- good        account wang; case first_instance_prosecution 2026-01-05; person 张某; handler wang 2026-01-06; act prosecuted 2026-01-20 charge=盗窃罪
-- bad         account wang; case first_instance_prosecution 2026-01-05; person 张某; handler wang 2026-01-21; act prosecuted 2026-01-20 charge=盗窃罪; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.kind AS act, a.on_day, min(n.started_on) AS allocated_on
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind IN law_act_concluding AND a.kind NOT IN law_act_closing
  JOIN assignment AS n ON n.case_id = a.case_id AND n.role = 'handler'
 WHERE NOT EXISTS (SELECT 1 FROM assignment AS i WHERE i.case_id = a.case_id AND i.mode = 'imported')
 GROUP BY a.id
HAVING min(n.started_on) > a.on_day;
