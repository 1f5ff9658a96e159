-- title zh    听证未经批准
-- title en    Hearing without a recorded approval
-- rule zh     召开听证会应当经检察长批准。
-- rule en     A hearing is approved by the chief prosecutor.
-- do zh       补录批准人和批准日期。
-- do en       Enter who approved it and when.
-- severity    high
-- applies     all
-- basis       Hear 9
-- in force    2020-10-20 ..
-- good        case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-09 approved_by=检察长 approved_on=2026-03-02
-- bad         case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-09; finds hearing:1
SELECT h.case_id, 'hearing:' || h.id AS subject, h.held_on
  FROM scope
  JOIN hearing AS h ON h.case_id = scope.case_id AND h.cancelled_on IS NULL
 WHERE h.held_on IS NOT NULL AND (h.approved_by = '' OR h.approved_on IS NULL OR h.approved_on > h.held_on);
