-- title zh    节假日表缺失的年份
-- title en    Year without a table of days off
-- rule zh     届满日是否顺延取决于国务院办公厅每年的节假日安排；没有该年安排的，只按周末计算。
-- rule en     Whether a last day moves depends on the yearly notice of days off; without it only weekends are known.
-- do zh       载入该年的节假日安排后重新计算。
-- do en       Load the notice of that year and count again.
-- severity    info
-- applies     all
-- basis       CPL 105; Practice
-- in force    always
-- good        case first_instance_prosecution 2026-01-05; person 张某; act rights_told_suspect 2026-01-06 of=张某; act prosecuted 2026-01-20 charge=盗窃罪
-- bad         case petition_letter 2031-03-05; finds case
SELECT d.case_id, 'case' AS subject, min(d.calendar_missing) AS year, min(d.due_on) AS due_on
  FROM scope
  JOIN deadline AS d ON d.case_id = scope.case_id AND d.calendar_missing IS NOT NULL AND d.is_open = 1
 GROUP BY d.case_id;
