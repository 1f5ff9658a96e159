-- title zh    变更承办人无理由或者批准人
-- title en    Change of handler without a reason or an approver
-- rule zh     变更承办人应当有法定或者规定的理由，由检察长决定，并登记。
-- rule en     A change of handler has a reason, is decided by the chief prosecutor and recorded.
-- do zh       补填变更理由和批准人。
-- do en       Enter the reason and who decided.
-- severity    high
-- applies     all
-- basis       Resp2015 26; Resp2024
-- in force    2015-09-25 ..
-- good        account 王某; account 赵某; case first_instance_prosecution 2026-01-05; handler 王某 2026-01-06 ended_on=2026-02-01; handler 赵某 2026-02-01 mode=reassigned reason=illness decided_by=检察长
-- bad         account 王某; account 赵某; case first_instance_prosecution 2026-01-05; handler 王某 2026-01-06 ended_on=2026-02-01; handler 赵某 2026-02-01 mode=reassigned; finds case
SELECT g.case_id, 'case' AS subject, min(h.name) AS handler, min(g.started_on) AS started_on
  FROM scope
  JOIN assignment AS g ON g.case_id = scope.case_id AND g.role = 'handler' AND g.mode = 'reassigned'
  JOIN account AS h ON h.id = g.account_id
 WHERE g.reason = '' OR g.decided_by = ''
 GROUP BY g.case_id;
