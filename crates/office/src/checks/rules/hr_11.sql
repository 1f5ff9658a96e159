-- title zh  未采纳听证员多数意见未经检察长同意
-- title en  Majority of the officers not followed without consent
-- rule zh   拟不采纳听证员多数意见的，应当向检察长报告并获同意后作出决定。
-- rule en   Where the majority is not to be followed, the chief prosecutor consents before the decision.
-- do zh     补录报告和同意日期；确未报告的，说明情况。
-- do en     Enter the report and the consent; where there was none, explain.
-- severity  high
-- applies   all
-- basis     Hear 16
-- in force  2020-10-20 ..
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 majority=agree adopted=no decided_on=2026-03-12 decision=起诉 consented_on=2026-03-12 consented_by=赵某
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 majority=agree adopted=full decided_on=2026-03-12 decision=不起诉
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 adopted=no decided_on=2026-03-12 decision=起诉
-- bad       case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 majority=agree adopted=no decided_on=2026-03-12 decision=起诉; finds hearing:1
-- bad       case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 majority=agree adopted=no decided_on=2026-03-12 decision=起诉 consented_on=2026-03-13 consented_by=赵某
SELECT h.case_id, 'hearing:' || h.id AS subject, h.decided_on, h.consented_on
  FROM scope
  JOIN hearing AS h ON h.case_id = scope.case_id
 WHERE h.majority <> '' AND h.adopted IN law_hearing_consent AND h.decided_on IS NOT NULL
   AND (h.consented_on IS NULL OR h.consented_on > h.decided_on);
