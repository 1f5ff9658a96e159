-- title zh    同一人员重复填录
-- title en    One person entered twice
-- rule zh     同一案件中一名人员只填录一次。
-- rule en     A person stands once on the card of a case.
-- do zh       删除重复的人员。
-- do en       Take the second entry away.
-- severity    medium
-- applies     all
-- basis       Practice
-- in force    always
-- good        case first_instance_prosecution 2026-01-05; person 张某 id_number=11010519491231002X; person 王某 id_number=110101199003070978
-- bad         case first_instance_prosecution 2026-01-05; person 张某 id_number=11010519491231002X; person 张三 id_number=11010519491231002X; finds person:2
SELECT p.case_id, 'person:' || p.id AS subject, p.name AS person, min(q.name) AS other_person
  FROM scope
  JOIN person AS p ON p.case_id = scope.case_id AND p.id_number <> ''
  JOIN person AS q ON q.case_id = p.case_id AND q.id < p.id AND q.id_number = p.id_number AND q.role = p.role
 GROUP BY p.id;
