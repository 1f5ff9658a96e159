-- title zh    逮捕决定后长期未填执行情况
-- title en    Execution of the arrest decision not entered
-- rule zh     公安机关应当将执行情况通知人民检察院，执行回执在三日以内送回。
-- rule en     The police report how the decision was carried out; the receipt is returned within three days.
-- do zh       催收执行回执并登记。
-- do en       Ask for the receipt and record it.
-- severity    medium
-- applies     arrest_review
-- basis       CPL 90; Rules 286; Practice
-- in force    2019-12-30 ..
-- good        case arrest_review 2026-01-05; person 张某; act arrest_approved 2026-01-10 of=张某; act execution_receipt 2026-01-12 of=张某 result=executed executed_on=2026-01-10
-- good        case arrest_review 2026-01-05; person 张某; act arrest_approved 2026-01-10 of=张某; on 2026-01-13
-- bad         case arrest_review 2026-01-05; person 张某; act arrest_approved 2026-01-10 of=张某; on 2026-01-14; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, date(a.on_day, '+4 days') AS from_day, a.kind AS act, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind IN ('arrest_approved', 'arrest_not_approved')
 WHERE NOT EXISTS (SELECT 1 FROM act AS r
                    WHERE r.case_id = a.case_id AND r.kind = 'execution_receipt' AND r.on_day >= a.on_day
                      AND (r.person_id IS a.person_id OR r.person_id IS NULL OR a.person_id IS NULL));
