-- title zh    检察建议办结前未回头看
-- title en    Suggestion case closed without a look-back
-- rule zh     应当跟踪检察建议的落实情况，核查整改效果。
-- rule en     What became of a suggestion is followed up and checked.
-- do zh       补录跟进调查或者回头看。
-- do en       Record the follow-up or the look-back.
-- severity    medium
-- applies     suggestion pil_administrative
-- basis       PS 24; PS 26; PIL 77
-- in force    2019-02-25 ..
-- good        case suggestion 2026-01-05; act suggestion_replied 2026-03-01 adopted=yes; act suggestion_looked_back 2026-03-10 lasting=yes; act closed 2026-03-12 outcome=采纳
-- bad         case suggestion 2026-01-05; act suggestion_replied 2026-03-01 adopted=yes; act closed 2026-03-12 outcome=采纳; finds act:2
SELECT a.case_id, 'act:' || max(a.id) AS subject, max(a.on_day) AS on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'closed'
 WHERE EXISTS (SELECT 1 FROM act AS r WHERE r.case_id = a.case_id AND r.kind = 'suggestion_replied')
   AND NOT EXISTS (SELECT 1 FROM act AS f
                    WHERE f.case_id = a.case_id AND f.kind IN ('followed_up', 'suggestion_looked_back'))
 GROUP BY a.case_id;
