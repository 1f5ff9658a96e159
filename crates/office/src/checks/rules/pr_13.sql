-- title zh    监察、自侦案件不起诉未报上一级批准
-- title en    Non-prosecution of a supervisory or self-investigated case not approved higher up
-- rule zh     监察机关移送或者检察机关直接受理侦查的案件拟不起诉的，应当报请上一级人民检察院批准。
-- rule en     Non-prosecution of a case from a supervisory commission or of one's own is approved by the next higher procuratorate.
-- do zh       补录上一级批准；确未报批的，立即报告。
-- do en       Enter the approval; where there is none, report it at once.
-- severity    stop
-- applies     prosecution
-- basis       Rules 371
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05 source=supervisory_commission; person 张某; act not_prosecuted 2026-02-01 of=张某 kind=relative higher_approval=yes
-- good        case first_instance_prosecution 2026-01-05; person 张某; act not_prosecuted 2026-02-01 of=张某 kind=relative
-- bad         case first_instance_prosecution 2026-01-05 source=supervisory_commission; person 张某; act not_prosecuted 2026-02-01 of=张某 kind=relative; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, c.source AS case_source, a.on_day
  FROM scope
  JOIN case_file AS c ON c.id = scope.case_id AND c.source IN ('supervisory_commission', 'own_investigation')
  JOIN act AS a ON a.case_id = c.id AND a.kind = 'not_prosecuted'
 WHERE coalesce(a.fields ->> 'higher_approval', 'no') <> 'yes';
