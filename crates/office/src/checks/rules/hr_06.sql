-- title zh  检察长或者部门负责人承办案件未主持听证
-- title en  Hearing not presided over by the leader who handles the case
-- rule zh   检察长或者业务机构负责人承办案件的，应当担任主持人。
-- rule en   A chief prosecutor or head of a department who handles the case presides.
-- do zh     核对主持人；确由他人主持的，说明原因。
-- do en     Check the chair; where somebody else presided, explain.
-- severity  high
-- applies   all
-- basis     Hear 13
-- in force  2020-10-20 ..
-- good      account 赵某 post=chief_prosecutor; case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 handler_id=1 handler_post=chief_prosecutor chair_id=1
-- good      account 王某; account 钱某; case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 handler_id=1 handler_post=prosecutor chair_id=2
-- bad       account 赵某 post=chief_prosecutor; account 钱某; case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 handler_id=1 handler_post=chief_prosecutor chair_id=2
--           finds hearing:1
SELECT h.case_id, 'hearing:' || h.id AS subject, handler.name AS handler, chair.name AS chair
  FROM scope
  JOIN hearing AS h ON h.case_id = scope.case_id AND h.held_on IS NOT NULL
  JOIN account AS handler ON handler.id = h.handler_id
  JOIN account AS chair ON chair.id = h.chair_id
 WHERE h.handler_post IN law_hearing_presiding AND h.chair_id <> h.handler_id AND h.cancelled_on IS NULL AND h.answer <> 'refused';
