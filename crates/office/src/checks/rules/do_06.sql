-- title zh    文书笔误已改但无补正决定
-- title en    Clerical error mended without a correction decision
-- rule zh     决定书等法律文书有笔误的，应当以决定书补正。
-- rule en     A clerical error in a decision is corrected by a decision.
-- do zh       制作补正决定书并登记文号。
-- do en       Issue the correction decision and record its number.
-- severity    low
-- applies     all
-- basis       Civ 129; Adm 131
-- in force    2021-08-01 ..
-- good        case civil_judgment_supervision 2026-01-05; act document_corrected 2026-02-01 kind=clerical_correction number=测检补正〔2026〕1号
-- good        case civil_judgment_supervision 2026-01-05; act document_corrected 2026-02-01 kind=review_report; act document_issued 2026-02-02 kind=clerical_correction number=测检补正〔2026〕1号
-- bad         case civil_judgment_supervision 2026-01-05; act document_corrected 2026-02-01 kind=review_report; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.fields ->> 'kind' AS document_kind, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'document_corrected' AND coalesce(a.fields ->> 'number', '') = ''
 WHERE NOT EXISTS (SELECT 1 FROM act AS d
                    WHERE d.case_id = a.case_id AND d.kind = 'document_issued' AND d.on_day >= a.on_day
                      AND d.fields ->> 'kind' = 'clerical_correction');
