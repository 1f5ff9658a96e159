-- title zh    同一案件捕诉承办人不同
-- title en    Arrest and prosecution by different prosecutors
-- rule zh     对同一刑事案件的审查逮捕、审查起诉、出庭支持公诉等，由同一检察官或者检察官办案组负责，法律另有规定的除外。
-- rule en     Arrest review, review for prosecution and court attendance of one case lie with the same prosecutor or team.
-- do zh       核对承办人；有合法理由的，在答复中说明。
-- do en       Check the handlers; where there is a lawful reason, explain it.
-- severity    medium
-- applies     first_instance_prosecution
-- basis       Rules 8
-- in force    2019-12-30 ..
-- across      yes
-- good        account 王某
--             case arrest_review 2026-01-05; handler 王某 2026-01-05
--             case first_instance_prosecution 2026-03-05; handler 王某 2026-03-05; link same_matter
-- bad         account 王某; account 赵某
--             case arrest_review 2026-01-05; handler 王某 2026-01-05
--             case first_instance_prosecution 2026-03-05; handler 赵某 2026-03-05; link same_matter
SELECT own.case_id, 'case:' || c.id AS subject, c.id AS other_case_id, c.register_no AS other_case, h.name AS handler,
       o.name AS other_handler
  FROM scope
  JOIN assignment AS own ON own.case_id = scope.case_id AND own.role = 'handler' AND own.ended_on IS NULL
  JOIN case_link AS l ON (l.case_id = scope.case_id OR l.other_case_id = scope.case_id) AND l.kind = 'same_matter'
  JOIN case_file AS c ON c.id = CASE l.case_id WHEN scope.case_id THEN l.other_case_id ELSE l.case_id END
   AND c.category IN ('arrest_review', 'own_arrest_review')
  JOIN assignment AS other ON other.case_id = c.id AND other.role = 'handler' AND other.ended_on IS NULL
   AND other.account_id <> own.account_id
  JOIN account AS h ON h.id = own.account_id
  JOIN account AS o ON o.id = other.account_id
 WHERE own.reason = ''
 GROUP BY own.case_id, c.id;
