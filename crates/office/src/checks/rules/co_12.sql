-- title zh  已办结但无审查报告
-- title en  Concluded without a review report
-- rule zh   审查终结应当制作审查报告。
-- rule en   A review ends with a review report.
-- do zh     补录审查报告；确系依法不需制作的，说明原因。
-- do en     Record the review report; where none is required, explain why.
-- severity  medium
-- applies   arrest prosecution civil administrative pil_administrative pil_civil
-- basis     Civ 48; Adm 49; PIL 73; Practice
-- in force  2021-08-01 ..
-- good      case civil_judgment_supervision 2026-01-05
--           act review_report_done 2026-02-01; act not_supported 2026-02-10
-- good      case civil_judgment_supervision 2026-01-05; act terminated 2026-02-01 reason=withdrawn
-- bad       case civil_judgment_supervision 2026-01-05; act not_supported 2026-02-10; finds act:1
SELECT a.case_id, 'act:' || min(a.id) AS subject, min(a.on_day) AS on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id
   AND a.kind IN law_act_concluding AND a.kind NOT IN law_act_closing AND a.kind <> 'terminated'
 WHERE NOT EXISTS (SELECT 1 FROM act AS r
                    WHERE r.case_id = a.case_id
                      AND (r.kind = 'review_report_done'
                           OR (r.kind = 'document_issued' AND r.fields ->> 'kind' IN ('review_report', 'arrest_review_opinion'))))
 GROUP BY a.case_id;
