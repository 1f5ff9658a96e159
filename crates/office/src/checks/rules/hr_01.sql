-- title zh  听证未经批准
-- title en  Hearing without approval
-- rule zh   听证会经检察长批准后举行。
-- rule en   A hearing is held with the chief prosecutor's approval.
-- do zh     补录检察长批准；确未批准的，说明情况。
-- do en     Enter the approval; where there was none, explain.
-- severity  high
-- applies   all
-- basis     Hear 4
-- in force  2020-10-20 ..
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 approved_on=2026-03-01
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 cancelled_on=2026-03-05 cancel_reason=和解
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; on 2026-03-09
-- bad       case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; finds hearing:1
SELECT h.case_id, 'hearing:' || h.id AS subject, h.held_on AS from_day, h.held_on
  FROM scope
  JOIN hearing AS h ON h.case_id = scope.case_id
 WHERE h.approved_on IS NULL AND h.held_on IS NOT NULL AND h.cancelled_on IS NULL AND h.answer <> 'refused';
