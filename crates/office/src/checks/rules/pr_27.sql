-- title zh    调查核实记有限制人身或者查封扣押措施
-- title en    Verification with a measure against liberty or property
-- rule zh     调查核实不得采取限制人身自由和查封、扣押、冻结财产等强制性措施。
-- rule en     Verification may not restrict liberty, nor seal, seize or freeze property.
-- do zh       核对调查方式；确有上述措施的，立即解除并报告。
-- do en       Check the means; where such a measure was taken, lift it at once and report.
-- severity    high
-- applies     civil administrative pil_administrative pil_civil suggestion
-- basis       Civ 63; Adm 60; PS 14
-- in force    2021-08-01 ..
-- good        case civil_judgment_supervision 2026-01-05; act verification_started 2026-01-20 means=询问当事人、调取书证
-- bad         case civil_judgment_supervision 2026-01-05; act verification_started 2026-01-20 means=查封账册、询问当事人; finds act:1
-- bad         case pil_civil_pretrial 2026-01-05; act pil_evidence_taken 2026-01-20 means=扣押车辆
SELECT a.case_id, 'act:' || a.id AS subject, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind IN ('verification_started', 'pil_evidence_taken')
  JOIN (SELECT '查封' AS word UNION ALL SELECT '扣押' UNION ALL SELECT '冻结' UNION ALL SELECT '拘留'
        UNION ALL SELECT '限制人身') AS barred
    ON instr(coalesce(a.fields ->> 'means', ''), barred.word) > 0
 GROUP BY a.id;
