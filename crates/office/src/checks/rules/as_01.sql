-- title zh    指定分案无理由或者批准人
-- title en    Designated allocation without a reason or an approver
-- rule zh     以随机分案为主、指定分案为辅；指定分案应当有理由并经检察长决定。
-- rule en     Allocation is random first; a designation has a reason and is decided by the chief prosecutor.
-- do zh       补填指定理由和批准人。
-- do en       Enter the reason and who decided.
-- severity    high
-- applies     all
-- basis       Resp2015 26
-- in force    2015-09-25 ..
-- good        account 王某; case first_instance_prosecution 2026-01-05; handler 王某 2026-01-06 mode=designated reason=major_complex decided_by=检察长
-- good        account 王某; case first_instance_prosecution 2026-01-05; handler 王某 2026-01-06 mode=random
-- bad         account 王某; case first_instance_prosecution 2026-01-05; handler 王某 2026-01-06 mode=designated reason=major_complex; finds case
SELECT g.case_id, 'case' AS subject, min(h.name) AS handler, min(g.started_on) AS started_on
  FROM scope
  JOIN assignment AS g ON g.case_id = scope.case_id AND g.role = 'handler' AND g.mode = 'designated'
  JOIN account AS h ON h.id = g.account_id
 WHERE g.reason = '' OR g.decided_by = ''
 GROUP BY g.case_id;
