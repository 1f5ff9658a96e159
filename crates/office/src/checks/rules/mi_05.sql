-- title zh    附条件不起诉考验期不在法定范围
-- title en    Probation of conditional non-prosecution out of range
-- rule zh     附条件不起诉的考验期为六个月以上一年以下。
-- rule en     The probation is six to twelve months.
-- do zh       核对考验期（月）。
-- do en       Check the months.
-- severity    stop
-- applies     prosecution
-- basis       CPL 283; Rules 473
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某 minor_at_act=1; act conditional_not_prosecuted 2026-02-01 of=张某 months=12
-- bad         case first_instance_prosecution 2026-01-05; person 张某 minor_at_act=1; act conditional_not_prosecuted 2026-02-01 of=张某 months=13; finds act:1
-- bad         case first_instance_prosecution 2026-01-05; person 张某 minor_at_act=1; act conditional_not_prosecuted 2026-02-01 of=张某 months=5
SELECT a.case_id, 'act:' || a.id AS subject, CAST(a.fields ->> 'months' AS INTEGER) AS months, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind IN ('conditional_not_prosecuted', 'probation_changed')
 WHERE CAST(a.fields ->> 'months' AS INTEGER) NOT BETWEEN 6 AND 12;
