-- title zh    院领导、部门负责人承办案件未主持听证
-- title en    Leader who handles the case does not chair
-- rule zh     检察长、业务部门负责人承办案件的，应当担任主持人。
-- rule en     A chief prosecutor or department head who handles the case chairs the hearing.
-- do zh       更换主持人。
-- do en       Change the chair.
-- severity    high
-- applies     all
-- basis       Hear 13
-- in force    2020-10-20 ..
-- good        account 王某 post=chief_prosecutor; case first_instance_prosecution 2026-01-05; handler 王某 2026-01-06; hearing ordinary held_on=2026-03-09 chair_id=1
-- bad         account 王某 post=chief_prosecutor; account 赵某; case first_instance_prosecution 2026-01-05; handler 王某 2026-01-06; hearing ordinary held_on=2026-03-09 chair_id=2; finds hearing:1
SELECT h.case_id, 'hearing:' || h.id AS subject, h.held_on, c.name AS handler
  FROM scope
  JOIN hearing AS h ON h.case_id = scope.case_id AND h.cancelled_on IS NULL
  JOIN assignment AS a ON a.case_id = h.case_id AND a.role = 'handler' AND a.ended_on IS NULL
  JOIN account AS c ON c.id = a.account_id
 WHERE h.held_on IS NOT NULL AND h.chair_id IS NOT a.account_id
   AND c.post IN ('chief_prosecutor', 'deputy_chief_prosecutor', 'department_head');
