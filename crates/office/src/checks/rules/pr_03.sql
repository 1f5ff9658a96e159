-- title zh    不起诉复议由原承办人办理
-- title en    Reconsideration of non-prosecution by the original handler
-- rule zh     对不起诉决定要求复议的，应当另行指派检察官或者检察官办案组办理。
-- rule en     Reconsideration of a non-prosecution is handled by another prosecutor or team.
-- do zh       更换承办人。
-- do en       Change the handler.
-- severity    high
-- applies     non_prosecution_reconsideration
-- basis       Rules 379
-- in force    2019-12-30 ..
-- across      yes
-- good        account 王某; account 赵某
--             case first_instance_prosecution 2026-01-05; handler 王某 2026-01-05
--             case non_prosecution_reconsideration 2026-03-05; handler 赵某 2026-03-05; link same_matter
-- bad         account 王某
--             case first_instance_prosecution 2026-01-05; handler 王某 2026-01-05
--             case non_prosecution_reconsideration 2026-03-05; handler 王某 2026-03-05; link same_matter
SELECT own.case_id, 'case:' || other.case_id AS subject, other.case_id AS other_case_id, c.register_no AS other_case,
       h.name AS handler
  FROM scope
  JOIN assignment AS own ON own.case_id = scope.case_id AND own.role = 'handler' AND own.ended_on IS NULL
  JOIN case_link AS l ON l.case_id = scope.case_id OR l.other_case_id = scope.case_id
  JOIN case_file AS c ON c.id = CASE l.case_id WHEN scope.case_id THEN l.other_case_id ELSE l.case_id END
   AND c.category = 'first_instance_prosecution'
  JOIN assignment AS other ON other.case_id = c.id AND other.role = 'handler' AND other.account_id = own.account_id
  JOIN account AS h ON h.id = own.account_id
 GROUP BY own.case_id, other.case_id;
