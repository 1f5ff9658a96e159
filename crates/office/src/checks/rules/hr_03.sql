-- title zh  公开听证未在听证前发布公告
-- title en  Public hearing not announced before it
-- rule zh   公开听证的，应当在听证会召开前发布听证会公告。
-- rule en   A public hearing is announced before it is held.
-- do zh     补录公告日期和发布渠道；确未公告的，说明原因。
-- do en     Enter day and place of the announcement; where there was none, explain.
-- severity  medium
-- applies   all
-- basis     Hear 10
-- in force  2020-10-20 ..
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 announced_on=2026-03-05
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=0
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; on 2026-03-09
-- bad       case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; finds hearing:1
-- bad       case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 announced_on=2026-03-11
SELECT h.case_id, 'hearing:' || h.id AS subject, h.held_on AS from_day, h.held_on, h.announced_on
  FROM scope
  JOIN hearing AS h ON h.case_id = scope.case_id
 WHERE h.is_public = 1 AND h.held_on IS NOT NULL AND (h.announced_on IS NULL OR h.announced_on > h.held_on) AND h.cancelled_on IS NULL AND h.answer <> 'refused';
