-- title zh    诉讼请求与检察建议内容不衔接
-- title en    Claims not in line with the suggestion
-- rule zh     行政公益诉讼检察建议的内容应当与可能提起的诉讼请求相衔接。
-- rule en     The content of the suggestion is in line with the claims that may follow.
-- do zh       核对检察建议与诉讼请求；确需超出的，先行补发检察建议，或者说明。
-- do en       Compare suggestion and claims; issue a further suggestion first, or explain.
-- severity    medium
-- applies     pil_administrative
-- basis       PIL 75
-- in force    2021-07-01 ..
-- good        case pil_admin_first 2026-01-05; act suggestion_issued 2026-02-01 kind=public_interest to_unit=某局; act pil_prosecuted 2026-06-01 court=某法院 claims_match=yes
-- bad         case pil_admin_first 2026-01-05; act suggestion_issued 2026-02-01 kind=public_interest to_unit=某局; act pil_prosecuted 2026-06-01 court=某法院 claims_match=no; finds act:2
SELECT a.case_id, 'act:' || a.id AS subject, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'pil_prosecuted' AND a.fields ->> 'claims_match' = 'no'
 WHERE EXISTS (SELECT 1 FROM act AS s WHERE s.case_id = a.case_id AND s.kind = 'suggestion_issued' AND s.on_day <= a.on_day);
