-- title zh  听证步骤缺少或者次序不符
-- title en  Steps of a hearing missing or out of order
-- rule zh   听证会按介绍案情、说明情况、提问、评议、发表意见、最后陈述、总结的步骤依次进行。
-- rule en   A hearing takes its steps in order, from the presentation of the case to the summing up.
-- do zh     核对听证笔录，补录步骤和时间。
-- do en     Check the transcript and enter the steps with their times.
-- severity  medium
-- applies   all
-- basis     Hear 15
-- in force  2020-10-20 ..
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 began_at=09:00 ended_at=10:30
--           step present at_time=09:00; step explain at_time=09:10; step questions at_time=09:20; step deliberate at_time=09:30; step views at_time=09:40
--           step final_statements at_time=09:50; step sum_up at_time=10:00
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1
-- bad       case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 began_at=09:00 ended_at=10:30; finds hearing:1
-- bad       case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 began_at=09:00 ended_at=10:30
--           step present at_time=09:00; step explain at_time=09:10; step questions at_time=09:20; step deliberate at_time=09:30; step views at_time=09:40
--           step final_statements at_time=10:10; step sum_up at_time=10:00
SELECT h.case_id, 'hearing:' || h.id AS subject, h.held_on, count(s.at_time) AS steps
  FROM scope
  JOIN hearing AS h ON h.case_id = scope.case_id AND h.ended_at IS NOT NULL
  LEFT JOIN hearing_step AS s ON s.hearing_id = h.id
 WHERE h.cancelled_on IS NULL AND h.answer <> 'refused'
 GROUP BY h.id
HAVING count(s.at_time) < (SELECT count(*) FROM law_hearing_steps)
    OR EXISTS (SELECT 1
                 FROM hearing_step AS one
                 JOIN hearing_step AS later ON later.hearing_id = h.id AND later.position > one.position
                WHERE one.hearing_id = h.id AND one.at_time > later.at_time);
