-- title zh    未成年人案件承办人不是专办检察官
-- title en    Minors' case without a designated prosecutor
-- rule zh     未成年人刑事案件由熟悉未成年人身心特点、善于做思想教育工作的检察人员承办。
-- rule en     Cases of minors are handled by prosecutors designated for them.
-- do zh       更换承办人，或者更正人员的未检专办标注。
-- do en       Change the handler, or correct the account.
-- severity    high
-- applies     arrest prosecution
-- basis       Rules 458
-- in force    2019-12-30 ..
-- good        account 王某 handles_minors=1; case first_instance_prosecution 2026-01-05; person 张某 minor_at_act=1; handler 王某 2026-01-06
-- bad         account 王某; case first_instance_prosecution 2026-01-05; person 张某 minor_at_act=1; handler 王某 2026-01-06; finds case
SELECT g.case_id, 'case' AS subject, h.name AS handler
  FROM scope
  JOIN assignment AS g ON g.case_id = scope.case_id AND g.role = 'handler' AND g.ended_on IS NULL
  JOIN account AS h ON h.id = g.account_id AND h.handles_minors = 0
 WHERE EXISTS (SELECT 1 FROM person AS p WHERE p.case_id = g.case_id AND p.minor_at_act = 1 AND p.role IN law_person_role_accused);
