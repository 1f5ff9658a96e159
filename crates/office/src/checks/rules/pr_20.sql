-- title zh    社会治理检察建议未经法律政策研究部门审核
-- title en    Social-governance suggestion without review
-- rule zh     社会治理检察建议在报送检察长前应当送法律政策研究部门审核。
-- rule en     A social-governance suggestion goes to law and policy research before it goes to the chief prosecutor.
-- do zh       补录审核情况。
-- do en       Record the review.
-- severity    high
-- applies     all
-- basis       PS 17
-- in force    2019-02-25 ..
-- good        case suggestion 2026-01-05; act suggestion_reviewed 2026-01-20 result=agreed; act suggestion_issued 2026-02-01 kind=social_governance to_unit=某局
-- bad         case suggestion 2026-01-05; act suggestion_issued 2026-02-01 kind=social_governance to_unit=某局; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'suggestion_issued' AND a.fields ->> 'kind' = 'social_governance'
 WHERE NOT EXISTS (SELECT 1 FROM act AS r
                    WHERE r.case_id = a.case_id AND r.kind = 'suggestion_reviewed' AND r.on_day <= a.on_day);
