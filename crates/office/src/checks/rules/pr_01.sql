-- title zh    绝对不捕、存疑不捕未经检察长批准
-- title en    Non-arrest for no crime or insufficient evidence without approval
-- rule zh     不构成犯罪、证据不足等不批准逮捕的，应当由检察长决定；仅因无社会危险性的除外。
-- rule en     Non-approval for no crime or insufficient evidence is decided by the chief prosecutor; not where only danger is lacking.
-- do zh       补录批准人和批准日期；确未报批的，立即报告。
-- do en       Enter who approved it and when; where nobody did, report it at once.
-- severity    stop
-- applies     arrest
-- basis       Rules 285
-- in force    2019-12-30 ..
-- good        case arrest_review 2026-01-05; person 张某; act arrest_not_approved 2026-01-10 of=张某 reason=no_crime approved_by=检察长 approved_on=2026-01-10
-- good        case arrest_review 2026-01-05; person 张某; act arrest_not_approved 2026-01-10 of=张某 reason=no_need
-- bad         case arrest_review 2026-01-05; person 张某; act arrest_not_approved 2026-01-10 of=张某 reason=insufficient_evidence; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.fields ->> 'reason' AS non_arrest_reason, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'arrest_not_approved'
 WHERE a.fields ->> 'reason' IN ('no_crime', 'insufficient_evidence') AND coalesce(a.fields ->> 'approved_by', '') = '';
