-- title zh    检察建议未写明异议期限和回复期限
-- title en    Suggestion without the time limits for objection and reply
-- rule zh     检察建议书应当写明被建议单位提出异议的期限和书面回复的期限。
-- rule en     The letter of suggestion states the time limits for an objection and for the written reply.
-- do zh       补填异议期限和回复期限。
-- do en       Enter both time limits.
-- severity    high
-- applies     all
-- basis       PS 16
-- in force    2019-02-25 ..
-- good        case suggestion 2026-01-05; act suggestion_issued 2026-02-01 kind=other to_unit=某局 objection_due_on=2026-02-16 reply_due_on=2026-04-01
-- bad         case suggestion 2026-01-05; act suggestion_issued 2026-02-01 kind=other to_unit=某局 reply_due_on=2026-04-01; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.fields ->> 'kind' AS suggestion_kind, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'suggestion_issued'
 WHERE coalesce(a.fields ->> 'objection_due_on', '') = '' OR coalesce(a.fields ->> 'reply_due_on', '') = '';
