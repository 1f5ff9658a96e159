-- title zh    立案监督逾期未答复、未立案
-- title en    No answer or filing in time after supervision of filing
-- rule zh     公安机关应当在七日以内说明不立案（立案）理由；收到通知立案书后十五日以内立案。
-- rule en     The police answer in seven days; they file within 15 days of the notice.
-- do zh       发出纠正违法通知书，仍不纠正的报上一级协商处理。
-- do en       Send a notice of correction; then report to the next higher level.
-- severity    high
-- applies     filing_supervision
-- basis       Rules 560; Rules 563
-- in force    2019-12-30 ..
-- good        case filing_supervision 2026-05-06; act explain_filing_demanded 2026-05-06 to_unit=测县公安局; act explain_filing_answered 2026-05-11 answer=reasons_stand
-- bad         case filing_supervision 2026-05-06; act explain_filing_demanded 2026-05-06 to_unit=测县公安局; on 2026-06-01
SELECT d.case_id, 'due:' || d.rule || ':' || d.trigger_on || ':' || d.subject AS subject,
       date(d.due_on, '+1 day') AS from_day, d.rule, d.trigger_on, d.due_on
  FROM scope
  JOIN deadline AS d ON d.case_id = scope.case_id AND d.rule IN ('case_filing_explain_reasons', 'case_filing_execute') AND d.is_open = 1
 WHERE NOT EXISTS (SELECT 1 FROM act AS a WHERE a.case_id = d.case_id AND a.kind IN ('correction_notice_issued', 'correction_chased') AND a.on_day > d.due_on);
