-- title zh    侦查人员承办本案审查起诉
-- title en    Investigator of the case handles its review
-- rule zh     参加过本案侦查的人员，不得承办本案的审查逮捕、起诉和诉讼监督；审查中自行补充侦查的除外。
-- rule en     Whoever took part in the investigation of a case does not handle its review; own supplementary investigation in review excepted.
-- do zh       更换承办人。
-- do en       Change the handler.
-- severity    high
-- applies     arrest prosecution
-- basis       Rules 35
-- in force    2019-12-30 ..
-- across      yes
-- good        account 王某; account 赵某; case own_investigation 2026-01-05; handler 王某 2026-01-05; case first_instance_prosecution 2026-03-05; handler 赵某 2026-03-05; link same_matter
-- bad         account 王某; case own_investigation 2026-01-05; handler 王某 2026-01-05; case first_instance_prosecution 2026-03-05; handler 王某 2026-03-05; link same_matter
SELECT own.case_id, 'case:' || c.id AS subject, c.id AS other_case_id, c.register_no AS other_case, h.name AS handler
  FROM scope
  JOIN assignment AS own ON own.case_id = scope.case_id AND own.role = 'handler' AND own.ended_on IS NULL
  JOIN case_link AS l ON (l.case_id = scope.case_id OR l.other_case_id = scope.case_id) AND l.kind = 'same_matter'
  JOIN case_file AS c ON c.id = CASE l.case_id WHEN scope.case_id THEN l.other_case_id ELSE l.case_id END
   AND c.category = 'own_investigation'
  JOIN assignment AS other ON other.case_id = c.id AND other.account_id = own.account_id
  JOIN account AS h ON h.id = own.account_id
 GROUP BY own.case_id, c.id;
