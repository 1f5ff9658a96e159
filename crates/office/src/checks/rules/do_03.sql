-- title zh    不批准逮捕未制作理由说明书
-- title en    Non-arrest without a statement of reasons
-- rule zh     不批准逮捕的，应当说明理由；需要补充侦查的，应当制作补充侦查提纲。
-- rule en     A disapproval of arrest gives its reasons to the police.
-- do zh       补录不批准逮捕理由说明书。
-- do en       Record the statement of reasons.
-- severity    medium
-- applies     arrest_review
-- basis       Rules 285
-- in force    2019-12-30 ..
-- good        case arrest_review 2026-01-05; person 张某; act arrest_not_approved 2026-01-10 of=张某 reason=no_need; act document_issued 2026-01-10 kind=arrest_refusal_reasons
-- bad         case arrest_review 2026-01-05; person 张某; act arrest_not_approved 2026-01-10 of=张某 reason=no_need; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.fields ->> 'reason' AS non_arrest_reason, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'arrest_not_approved'
 WHERE NOT EXISTS (SELECT 1 FROM act AS d
                    WHERE d.case_id = a.case_id AND d.kind IN ('document_issued', 'served')
                      AND d.fields ->> 'kind' = 'arrest_refusal_reasons');
