-- title zh  听证公告或者播出可能泄露未成年人身份
-- title en  A minor may be recognised from the announcement or the broadcast
-- rule zh   不得公开披露未成年人的姓名、影像、住所、就读学校以及其他可能识别出其身份的信息。
-- rule en   Nothing by which a minor could be recognised is made public.
-- do zh     撤下公告中的姓名；播出的，确认已作处理。
-- do en     Take the name out of the announcement; where it is broadcast, see that nobody can be recognised.
-- severity  info
-- applies   all
-- basis     Hear 5; Practice
-- in force  2020-10-20 ..
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 announcement=公开听证公告; person 小李 birth=2010-01-01
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 announcement=对王某案公开听证; person 王某 birth=1990-01-01
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 broadcast=live; person 王某 birth=1990-01-01
-- bad       case first_instance_prosecution 2026-01-05; person 小李 birth=2010-01-01; hearing ordinary held_on=2026-03-10 is_public=1 announcement=对小李案公开听证; finds hearing:1
-- bad       case first_instance_prosecution 2026-01-05; person 小李 minor_at_act=1; hearing ordinary held_on=2026-03-10 is_public=1 broadcast=live
SELECT h.case_id, 'hearing:' || h.id AS subject, group_concat(DISTINCT p.name) AS names, h.broadcast AS hearing_broadcast,
       h.announced_on
  FROM scope
  JOIN hearing AS h ON h.case_id = scope.case_id AND h.held_on IS NOT NULL
  JOIN law_age AS a ON a.code = 'minor'
  JOIN person AS p ON p.case_id = h.case_id
   AND (p.minor_at_act = 1
        OR substr(h.held_on, 1, 4) - substr(p.birth, 1, 4)
           - (substr(h.held_on, 6) < substr(p.birth, 6) OR (a.late = 1 AND substr(h.held_on, 6) = substr(p.birth, 6)))
           < a.years)
 WHERE (h.broadcast <> 'none' OR instr(h.announcement, p.name) > 0)
   AND h.cancelled_on IS NULL AND h.answer <> 'refused'
 GROUP BY h.id;
