-- title zh    承办人不是员额检察官
-- title en    Handler is not an in-quota prosecutor
-- rule zh     案件由员额检察官承办；检察官助理在检察官指导下协助办案。
-- rule en     Cases are handled by in-quota prosecutors; assistants work under them.
-- do zh       更换承办人，或者更正人员信息。
-- do en       Change the handler, or correct the account.
-- severity    medium
-- applies     all
-- basis       OrgLaw 28
-- in force    2019-01-01 ..
-- good        account 王某; case first_instance_prosecution 2026-01-05; handler 王某 2026-01-06
-- bad         account 王某 post=assistant in_quota=0; case first_instance_prosecution 2026-01-05; handler 王某 2026-01-06; finds case
SELECT g.case_id, 'case' AS subject, h.name AS handler, h.post
  FROM scope
  JOIN assignment AS g ON g.case_id = scope.case_id AND g.role = 'handler' AND g.ended_on IS NULL
  JOIN account AS h ON h.id = g.account_id AND h.in_quota = 0;
