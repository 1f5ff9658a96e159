-- title zh    不起诉未经检察长批准
-- title en    Non-prosecution without the chief prosecutor's approval
-- rule zh     不起诉由检察长决定。
-- rule en     Non-prosecution is decided by the chief prosecutor.
-- do zh       补录批准人和批准日期；确未报批的，立即报告。
-- do en       Enter who approved it and when; where nobody did, report it at once.
-- severity    high
-- applies     prosecution
-- basis       Rules 365; Rules 367; Rules 370
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; act not_prosecuted 2026-02-01 of=张某 kind=relative approved_by=检察长 approved_on=2026-02-01
-- bad         case first_instance_prosecution 2026-01-05; person 张某; act not_prosecuted 2026-02-01 of=张某 kind=relative; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.fields ->> 'kind' AS non_prosecution_kind, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'not_prosecuted'
 WHERE coalesce(a.fields ->> 'approved_by', '') = '';
