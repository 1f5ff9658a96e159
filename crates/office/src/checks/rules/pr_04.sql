-- title zh    审查逮捕未讯问且无说明
-- title en    Suspect neither questioned nor a note why not
-- rule zh     审查批准逮捕可以讯问犯罪嫌疑人；对是否符合逮捕条件有疑问、要求当面陈述、可能有重大违法的等情形应当讯问；不讯问的送达听取意见书。
-- rule en     In arrest review the suspect is questioned where the law asks for it; where not, the opinion sheet is sent.
-- do zh       补录讯问，或者补录未讯问说明。
-- do en       Record the questioning, or the note why there was none.
-- severity    high
-- applies     arrest_review own_arrest_review
-- basis       CPL 88; Rules 280; Rules 281
-- in force    2019-12-30 ..
-- good        case arrest_review 2026-01-05; person 张某; act questioned 2026-01-08 of=张某; act arrest_approved 2026-01-10 of=张某
-- good        case arrest_review 2026-01-05; person 张某; act not_questioned_noted 2026-01-08 of=张某 reason=已听取书面意见; act arrest_approved 2026-01-10 of=张某
-- bad         case arrest_review 2026-01-05; person 张某; act arrest_approved 2026-01-10 of=张某; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind IN ('arrest_approved', 'arrest_not_approved')
 WHERE NOT EXISTS (SELECT 1 FROM act AS q
                    WHERE q.case_id = a.case_id AND q.kind IN ('questioned', 'not_questioned_noted') AND q.on_day <= a.on_day
                      AND (q.person_id IS a.person_id OR q.person_id IS NULL OR a.person_id IS NULL));
