-- title zh    部门受案号重复
-- title en    Department acceptance number used twice
-- rule zh     部门受案号在一个院、一年、一类业务内不重复。
-- rule en     A department acceptance number is used once.
-- do zh       核对两案的受案号；同一案件重复登记的，撤销其中一件。
-- do en       Check the numbers of both cases; where one case was registered twice, take one back.
-- severity    medium
-- applies     all
-- basis       Practice
-- in force    always
-- across      yes
-- good        case first_instance_prosecution 2026-01-05; number department 测检刑诉受[2026]1号
--             case first_instance_prosecution 2026-01-05; number department 测检刑诉受[2026]2号
-- bad         case first_instance_prosecution 2026-01-05; number department 测检刑诉受[2026]1号
--             case first_instance_prosecution 2026-01-05; number department 测检刑诉受[2026]1号; finds case:1
SELECT own.case_id, 'case:' || other.case_id AS subject, other.case_id AS other_case_id, min(own.number) AS number,
       min(c.register_no) AS other_case
  FROM scope
  JOIN case_number AS own ON own.case_id = scope.case_id AND own.kind = 'department'
  JOIN case_number AS other ON other.normalised = own.normalised AND other.kind = 'department' AND other.case_id <> own.case_id
  JOIN case_file AS c ON c.id = other.case_id
 GROUP BY own.case_id, other.case_id;
