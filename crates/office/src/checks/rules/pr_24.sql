-- title zh    行政公益诉讼起诉前未提出检察建议
-- title en    Administrative public-interest suit without a suggestion
-- rule zh     提起行政公益诉讼前，应当向行政机关提出检察建议，督促其依法履行职责。
-- rule en     Before an administrative public-interest suit the agency is asked by a suggestion to do its duty.
-- do zh       补录检察建议。
-- do en       Record the suggestion.
-- severity    high
-- applies     pil_administrative
-- basis       PIL-I 21; PIL 81
-- in force    2021-07-01 ..
-- good        case pil_admin_first 2026-01-05; act suggestion_issued 2026-02-01 kind=public_interest to_unit=某局; act pil_prosecuted 2026-05-01 court=测县人民法院
-- bad         case pil_admin_first 2026-01-05; act pil_prosecuted 2026-05-01 court=测县人民法院; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'pil_prosecuted'
 WHERE NOT EXISTS (SELECT 1 FROM act AS s WHERE s.case_id = a.case_id AND s.kind = 'suggestion_issued' AND s.on_day <= a.on_day);
