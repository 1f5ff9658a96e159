-- title zh    监督文书无文号
-- title en    Supervision paper without a number
-- rule zh     纠正违法通知书、检察建议书应当编号。
-- rule en     Correction notices and suggestions carry a number.
-- do zh       补填文号。
-- do en       Enter the number.
-- severity    medium
-- applies     all
-- basis       Rules 552; PS 7
-- in force    2019-12-30 ..
-- good        case investigation_supervision 2026-01-05; act correction_notice_issued 2026-02-01 to_unit=测县公安局 reply_due_on=2026-03-01 number=测检纠违〔2026〕1号
-- bad         case investigation_supervision 2026-01-05; act correction_notice_issued 2026-02-01 to_unit=测县公安局 reply_due_on=2026-03-01; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.kind AS act, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind IN ('correction_notice_issued', 'suggestion_issued', 'notice_to_file_issued')
 WHERE coalesce(a.fields ->> 'number', '') = '';
