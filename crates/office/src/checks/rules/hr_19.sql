-- title zh    不在听证室听证未经批准
-- title en    Held elsewhere than the hearing room without approval
-- rule zh     听证会一般在检察听证室举行；在其他场所举行的，应当经检察长批准。
-- rule en     A hearing is held in the hearing room; elsewhere with the chief prosecutor's approval.
-- do zh       补录场所的批准。
-- do en       Enter the approval of the venue.
-- severity    medium
-- applies     all
-- basis       Hear 12
-- in force    2020-10-20 ..
-- good        case first_instance_prosecution 2026-01-05; hearing door_to_door held_on=2026-03-09 venue=party_place venue_approved_by=检察长
-- bad         case first_instance_prosecution 2026-01-05; hearing door_to_door held_on=2026-03-09 venue=party_place; finds hearing:1
SELECT h.case_id, 'hearing:' || h.id AS subject, h.held_on, h.venue AS hearing_venue
  FROM scope
  JOIN hearing AS h ON h.case_id = scope.case_id AND h.cancelled_on IS NULL
 WHERE h.venue <> 'hearing_room' AND h.venue_approved_by = '';
