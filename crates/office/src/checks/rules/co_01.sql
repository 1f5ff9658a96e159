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
         ELSE c.department_id IS NULL
       END;
