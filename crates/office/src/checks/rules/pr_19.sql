-- title zh    纠正方式与违法情节不相当
-- title en    Means of correction out of proportion
-- rule zh     情节较轻的口头纠正，情节较重的发纠正违法通知书；一项轻微违法不制发检察建议。
-- rule en     Slight matters are corrected orally, serious ones by a notice; one slight matter is no ground for a suggestion.
-- do zh       情节较重的，改发纠正违法通知书；一项轻微的，改为口头纠正；另有理由的，说明。
-- do en       Issue a notice for a serious matter, correct a slight one orally, or explain.
-- severity    medium
-- applies     all
-- basis       Rules 552; PS 9
-- in force    2019-12-30 ..
-- good        case investigation_supervision 2026-01-05; act oral_correction 2026-02-01 to=police text=未在法定场所讯问
-- good        case investigation_supervision 2026-01-05; act suggestion_issued 2026-02-01 kind=correction to_unit=某公安局
-- bad         case investigation_supervision 2026-01-05; act oral_correction 2026-02-01 to=police text=刑讯逼供 serious=yes; finds act:1
-- bad         case investigation_supervision 2026-01-05; act suggestion_issued 2026-02-01 kind=correction to_unit=某公安局 single_slight=yes; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind IN ('oral_correction', 'suggestion_issued')
 WHERE (a.kind = 'oral_correction' AND a.fields ->> 'serious' = 'yes')
    OR (a.kind = 'suggestion_issued' AND a.fields ->> 'kind' = 'correction' AND a.fields ->> 'single_slight' = 'yes');
