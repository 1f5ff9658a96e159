-- title zh    量刑建议幅度过宽
-- title en    Range of the sentencing suggestion too wide
-- rule zh     幅度刑量刑建议的幅度不宜过宽。
-- rule en     The range of a sentencing suggestion is to be narrow.
-- do zh       核对建议刑期的上下限（月）。
-- do en       Check both ends of the suggested term in months.
-- severity    low
-- applies     prosecution
-- basis       Practice
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; act plea_statement_signed 2026-01-20 of=张某 present=duty_lawyer sentence_kind=range penalty=fixed_term months_from=12 months_to=15
-- bad         case first_instance_prosecution 2026-01-05; person 张某; act plea_statement_signed 2026-01-20 of=张某 present=duty_lawyer sentence_kind=range penalty=fixed_term months_from=12 months_to=16; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, CAST(a.fields ->> 'months_from' AS INTEGER) AS months_from,
       CAST(a.fields ->> 'months_to' AS INTEGER) AS months_to
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'plea_statement_signed' AND a.fields ->> 'sentence_kind' = 'range'
 WHERE CAST(a.fields ->> 'months_from' AS INTEGER) > 0
   AND 4 * (CAST(a.fields ->> 'months_to' AS INTEGER) - CAST(a.fields ->> 'months_from' AS INTEGER)) > CAST(a.fields ->> 'months_from' AS INTEGER);
