-- title zh    不起诉未处理涉案财物
-- title en    Non-prosecution without a decision on seized property
-- rule zh     决定不起诉的案件，应当同时对侦查中查封、扣押、冻结的财物解除查封、扣押、冻结或者提出处理意见。
-- rule en     With a non-prosecution, sealed, seized and frozen property is released or dealt with.
-- do zh       补录涉案财物处理情况；没有涉案财物的，填“是”。
-- do en       Enter how the property was dealt with; where there was none, answer yes.
-- severity    high
-- applies     prosecution
-- basis       CPL 177; Rules 374
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; act not_prosecuted 2026-02-01 of=张某 kind=relative property_handled=yes
-- bad         case first_instance_prosecution 2026-01-05; person 张某; act not_prosecuted 2026-02-01 of=张某 kind=relative; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'not_prosecuted'
 WHERE coalesce(a.fields ->> 'property_handled', 'no') <> 'yes';
