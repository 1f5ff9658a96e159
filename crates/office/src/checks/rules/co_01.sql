-- title zh  案件基本信息缺项
-- title en  Head of the case incomplete
-- rule zh   受理的案件应当登记案由、来源、受理日期，并有承办部门；已分案的有承办人。
-- rule en   An accepted case is registered with its cause, its source, the day of acceptance and the handling department.
-- do zh     补填缺少的项目。
-- do en     Fill in what is missing.
-- severity  stop
-- applies   all
-- basis     Rules 157; Rules 158
-- in force  always
-- good      case first_instance_prosecution 2026-01-05
-- good      case first_instance_prosecution 2026-01-05 department_id=; account 王某 department_id=1; handler 王某 2026-01-06
-- bad       case first_instance_prosecution 2026-01-05 department_id=; account 王某; handler 王某 2026-01-06
--           finds field:department_id
-- bad       case first_instance_prosecution 2026-01-05 cause=
--           finds field:cause
-- bad       case civil_judgment_supervision 2026-01-05 source=
--           finds field:source
SELECT c.id AS case_id, 'field:' || missing.field AS subject
  FROM scope
  JOIN case_file AS c ON c.id = scope.case_id
  JOIN (SELECT 'cause' AS field UNION ALL SELECT 'source' UNION ALL SELECT 'department_id') AS missing
 WHERE CASE missing.field
         WHEN 'cause' THEN c.cause = ''
         WHEN 'source' THEN c.source = ''
         -- The department of the handler stands for the case's own, as it does in lists.
         ELSE c.department_id IS NULL
              AND NOT EXISTS (SELECT 1 FROM assignment AS g
                                JOIN account AS a ON a.id = g.account_id
                               WHERE g.case_id = c.id AND g.role = 'handler' AND g.ended_on IS NULL
                                 AND a.department_id IS NOT NULL)
       END;
