-- title zh  不批捕复议由原承办人办理
-- title en  Reconsideration of non-arrest by the original handler
-- rule zh   公安机关要求复议的不批准逮捕案件，应当另行指派检察官或者检察官办案组进行审查。
-- rule en   Reconsideration of a disapproval of arrest is handled by another prosecutor or team.
-- do zh     更换承办人。
-- do en     Change the handler.
-- severity  high
-- applies   arrest_reconsideration
-- basis     Rules 290
-- in force  2019-12-30 ..
-- across    yes
-- good      account 王某; account 赵某
--           case arrest_review 2026-01-05; handler 王某 2026-01-05
--           case arrest_reconsideration 2026-02-05; handler 赵某 2026-02-05; link same_matter
-- bad       account 王某
--           case arrest_review 2026-01-05; handler 王某 2026-01-05
--           case arrest_reconsideration 2026-02-05; handler 王某 2026-02-05; link same_matter
SELECT own.case_id, 'case:' || other.case_id AS subject, other.case_id AS other_case_id, c.register_no AS other_case,
       h.name AS handler
  FROM scope
  JOIN assignment AS own ON own.case_id = scope.case_id AND own.role = 'handler' AND own.ended_on IS NULL
  JOIN case_link AS l ON l.case_id = scope.case_id OR l.other_case_id = scope.case_id
  JOIN case_file AS c ON c.id = CASE l.case_id WHEN scope.case_id THEN l.other_case_id ELSE l.case_id END AND c.category IN ('arrest_review', 'own_arrest_review')
  JOIN assignment AS other ON other.case_id = c.id AND other.role = 'handler' AND other.account_id = own.account_id
  JOIN account AS h ON h.id = own.account_id
 GROUP BY own.case_id, other.case_id;
