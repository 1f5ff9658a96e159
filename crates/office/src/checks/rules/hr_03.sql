-- title zh    公开听证未发布公告
-- title en    Public hearing without an announcement
-- rule zh     公开听证的，应当在听证前发布公告。
-- rule en     A public hearing is announced before it is held.
-- do zh       补录公告。
-- do en       Record the announcement.
-- severity    medium
-- applies     all
-- basis       Hear 10
-- in force    2020-10-20 ..
-- good        case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-09 is_public=1 announced_on=2026-03-05
-- bad         case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-09 is_public=1; finds hearing:1
SELECT h.case_id, 'hearing:' || h.id AS subject, h.held_on, h.announced_on
  FROM scope
  JOIN hearing AS h ON h.case_id = scope.case_id AND h.cancelled_on IS NULL
 WHERE h.is_public = 1 AND h.held_on IS NOT NULL AND (h.announced_on IS NULL OR h.announced_on > h.held_on);
