-- title zh    承办人存在回避情形未决定
-- title en    Handler with a ground for recusal and no decision
-- rule zh     检察人员有法定回避情形的，应当自行回避；申请或者发现后应当作出决定。
-- rule en     Staff with a ground for recusal withdraw; the ground is decided upon.
-- do zh       作出回避决定并更换承办人；查明不属实的，登记决定。
-- do en       Decide on the recusal and change the handler; where it is unfounded, record the decision.
-- severity    stop
-- applies     all
-- basis       CPL 29; CPL 31; Rules 24
-- in force    2019-12-30 ..
-- good        account 王某; case first_instance_prosecution 2026-01-05; person 张某; handler 王某 2026-01-06
-- good        account 王某; case first_instance_prosecution 2026-01-05; person 张某; handler 王某 2026-01-06; conflict 王某 person 张某 interest; act recusal_decided 2026-01-10 account=王某 result=refused
-- bad         account 王某; case first_instance_prosecution 2026-01-05; person 张某; handler 王某 2026-01-06; conflict 王某 person 张某 interest; finds case
SELECT g.case_id, 'case' AS subject, min(h.name) AS handler, min(x.ground) AS recusal_ground
  FROM scope
  JOIN assignment AS g ON g.case_id = scope.case_id AND g.ended_on IS NULL
  JOIN case_file AS c ON c.id = g.case_id
  JOIN declared_conflict AS x ON x.account_id = g.account_id
  JOIN account AS h ON h.id = g.account_id
 WHERE ((x.kind IN ('person', 'unit')
         AND EXISTS (SELECT 1 FROM person AS p WHERE p.case_id = g.case_id AND (p.name = x.value OR p.id_number = x.value)))
        OR (x.kind = 'unit' AND c.from_unit = x.value)
        OR (x.kind = 'case' AND c.register_no = x.value))
   AND NOT EXISTS (SELECT 1 FROM act AS a WHERE a.case_id = g.case_id AND a.kind = 'recusal_decided')
 GROUP BY g.case_id;
