-- title zh    纠正违法通知书未经检察长决定
-- title en    Correction notice without the chief prosecutor's decision
-- rule zh     发出纠正违法通知书，由检察长决定。
-- rule en     A notice of correction is decided by the chief prosecutor.
-- do zh       补录批准人和批准日期。
-- do en       Enter who approved it and when.
-- severity    high
-- applies     all
-- basis       Rules 552
-- in force    2019-12-30 ..
-- good        case investigation_supervision 2026-01-05; act correction_notice_issued 2026-02-01 to_unit=测县公安局 reply_due_on=2026-03-01 approved_by=检察长
-- bad         case investigation_supervision 2026-01-05; act correction_notice_issued 2026-02-01 to_unit=测县公安局 reply_due_on=2026-03-01; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'correction_notice_issued'
 WHERE coalesce(a.fields ->> 'approved_by', '') = '';
