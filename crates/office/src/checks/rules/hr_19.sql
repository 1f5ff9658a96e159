-- title zh  在听证室以外举行听证未经批准
-- title en  Hearing outside the hearing room without approval
-- rule zh   听证会一般在检察院听证室举行；在其他场所举行的，应当经检察长批准。
-- rule en   A hearing is as a rule held in the hearing room; another place needs the chief prosecutor's approval.
-- do zh     补录场所批准；确未批准的，说明情况。
-- do en     Enter the approval of the place; where there was none, explain.
-- severity  medium
-- applies   all
-- basis     Hear 12
-- in force  2020-10-20 ..
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 venue=on_site venue_approved_on=2026-03-01
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 venue=online; on 2026-03-09
-- bad       case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 venue=online; finds hearing:1
SELECT h.case_id, 'hearing:' || h.id AS subject, h.held_on AS from_day, h.venue AS hearing_venue, h.held_on
  FROM scope
  JOIN hearing AS h ON h.case_id = scope.case_id AND h.held_on IS NOT NULL
 WHERE h.venue <> 'hearing_room' AND h.venue_approved_on IS NULL AND h.cancelled_on IS NULL AND h.answer <> 'refused';
