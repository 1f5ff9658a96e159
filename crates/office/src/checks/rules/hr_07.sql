-- title zh  听证主持人身份不符合规定
-- title en  Chair of a hearing without the capacity
-- rule zh   听证会由承办案件的检察官或者办案组的主办检察官主持，检察长或者业务机构负责人承办的由其主持。
-- rule en   The handling prosecutor or the lead prosecutor of the team presides, or the leader who handles the case.
-- do zh     补录主持人和主持身份。
-- do en     Enter the chair and the capacity.
-- severity  medium
-- applies   all
-- basis     Hear 13
-- in force  2020-10-20 ..
-- good      account 王某; case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 chair_id=1 chair_reason=handler
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; on 2026-03-09
-- bad       case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; finds hearing:1
-- bad       account 王某; case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 chair_id=1
SELECT h.case_id, 'hearing:' || h.id AS subject, h.held_on AS from_day, h.held_on
  FROM scope
  JOIN hearing AS h ON h.case_id = scope.case_id AND h.held_on IS NOT NULL
 WHERE (h.chair_id IS NULL OR h.chair_reason = '') AND h.cancelled_on IS NULL AND h.answer <> 'refused';
