-- title zh  听证员产生方式没有记载
-- title en  Way of choosing a hearing officer not on record
-- rule zh   听证员一般从听证员库中选取，库外邀请须经批准，因此每名听证员如何产生应当记载；该规定施行以前的听证不作要求。
-- rule en   Officers are as a rule taken from the pool and others invited with approval; so how each was chosen stands on record. Hearings held before that rule was in force are not asked.
-- do zh     查明后在听证的“听证员”部分补录产生方式；查不明的，说明情况。
-- do en     Find out and enter the way of choosing in the officers part of the hearing; where it can't be found out, explain.
-- severity  low
-- applies   all
-- basis     Pool
-- in force  always
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; seat 钱某 selection=random
-- good      case first_instance_prosecution 2021-01-05; hearing ordinary held_on=2022-01-25 is_public=1; seat 钱某 selection=not_stated
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; seat 钱某 selection=not_stated dropped_on=2026-03-05 drop_reason=回避
-- bad       case first_instance_prosecution 2021-01-05; hearing ordinary held_on=2022-01-26 is_public=1; seat 钱某 selection=not_stated; finds hearing:1
SELECT h.case_id, 'hearing:' || h.id AS subject, group_concat(s.name, '、' ORDER BY s.id) AS names, h.held_on
  FROM scope
  JOIN hearing AS h ON h.case_id = scope.case_id AND h.held_on IS NOT NULL
  JOIN law_hearing_chosen AS r ON r.code = 'officer_outside' AND h.held_on BETWEEN r.from_day AND r.until_day
  JOIN hearing_seat AS s ON s.hearing_id = h.id AND s.dropped_on IS NULL AND s.selection = 'not_stated'
 WHERE h.cancelled_on IS NULL AND h.answer <> 'refused'
 GROUP BY h.id;
