-- title zh    不批捕理由填“其他”
-- title en    Non-arrest with the ground "other"
-- rule zh     不批准逮捕应当归入绝对不捕、存疑不捕、相对不捕。
-- rule en     A disapproval is for no crime, insufficient evidence or no need.
-- do zh       核对并更正不捕理由；确属其他情形的，说明。
-- do en       Check and correct the ground; where it is another one, explain.
-- severity    medium
-- applies     arrest
-- basis       Practice
-- in force    2019-12-30 ..
-- good        case arrest_review 2026-01-05; person 张某; act arrest_not_approved 2026-01-10 of=张某 reason=no_need
-- bad         case arrest_review 2026-01-05; person 张某; act arrest_not_approved 2026-01-10 of=张某 reason=other; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'arrest_not_approved' AND a.fields ->> 'reason' = 'other';
