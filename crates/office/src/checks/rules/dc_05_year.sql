-- title zh    部门受案号的年份与受理年份不符
-- title en    Year of the acceptance number is not that of acceptance
-- rule zh     部门受案号括号内的年份应当是受理案件的年份。
-- rule en     The year in brackets of a department acceptance number is the year of acceptance.
-- do zh       核对受案号和受理日期。
-- do en       Check the number and the day of acceptance.
-- severity    medium
-- applies     all
-- basis       Practice
-- in force    always
-- good        case first_instance_prosecution 2026-01-05; number department 测检刑诉受[2026]1号
-- good        case first_instance_prosecution 2026-01-05; number police 测公(刑)诉字[2025]1号
-- good        case first_instance_prosecution 2026-01-05; number department 2025001
-- bad         case first_instance_prosecution 2026-01-05; number department 测检刑诉受〔2025〕1号
-- bad         case first_instance_prosecution 2026-01-05; number department 测检刑诉受[2027]1号; finds case
SELECT n.case_id, 'case' AS subject, min(n.number) AS number, c.accepted_on
  FROM scope
  JOIN case_file AS c ON c.id = scope.case_id
  JOIN case_number AS n ON n.case_id = c.id AND n.kind = 'department'
 WHERE n.number GLOB '*[[〔（(【][12][0-9][0-9][0-9][]〕）)】]*'
   AND n.number NOT GLOB '*[[〔（(【]' || substr(c.accepted_on, 1, 4) || '[]〕）)】]*'
 GROUP BY n.case_id;
