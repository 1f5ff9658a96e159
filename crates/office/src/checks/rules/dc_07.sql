-- title zh    改变管辖缺少移送单位或者收到日期
-- title en    Change of jurisdiction without the unit or the day of receipt
-- rule zh     改变管辖的，审查起诉期限自改变后的人民检察院收到案件之日起计算；应当记明移送单位和收到日期。
-- rule en     After a change of jurisdiction the period runs from receipt; the unit and the day are recorded.
-- do zh       补录移送单位和收到日期。
-- do en       Record the unit and the day of receipt.
-- severity    medium
-- applies     prosecution
-- basis       CPL 172; Rules 351
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; act jurisdiction_changed_in 2026-01-20 from_unit=邻县人民检察院 received_on=2026-01-20
-- bad         case first_instance_prosecution 2026-01-05; act jurisdiction_changed_in 2026-01-20 from_unit=邻县人民检察院; finds act:1
-- bad         case first_instance_prosecution 2026-01-05; act jurisdiction_changed_out 2026-01-20; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.kind AS act, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id
 WHERE (a.kind = 'jurisdiction_changed_in' AND (coalesce(a.fields ->> 'from_unit', '') = '' OR coalesce(a.fields ->> 'received_on', '') = ''))
    OR (a.kind = 'jurisdiction_changed_out' AND coalesce(a.fields ->> 'to_unit', '') = '');
