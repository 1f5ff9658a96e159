-- title zh    未采纳多数意见未报告检察长
-- title en    Departed from the majority without a report
-- rule zh     拟不采纳听证员多数意见的，应当向检察长报告并获同意后作出决定。
-- rule en     Where the majority of officers is not followed, the chief prosecutor is told and consents before the decision.
-- do zh       补录报告和同意的日期。
-- do en       Enter the days of the report and the consent.
-- severity    high
-- applies     all
-- basis       Hear 16
-- in force    2020-10-20 ..
-- good        case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-09 adopted=no reported_on=2026-03-10 consented_on=2026-03-11 decision=不采纳 decided_on=2026-03-12
-- bad         case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-09 adopted=no decision=不采纳 decided_on=2026-03-12; finds hearing:1
SELECT h.case_id, 'hearing:' || h.id AS subject, h.held_on, h.adopted AS hearing_adopted, h.decided_on
  FROM scope
  JOIN hearing AS h ON h.case_id = scope.case_id AND h.cancelled_on IS NULL
 WHERE h.adopted = 'no' AND h.decided_on IS NOT NULL
   AND (h.reported_on IS NULL OR h.consented_on IS NULL OR h.consented_on > h.decided_on);
