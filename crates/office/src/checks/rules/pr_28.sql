-- title zh    自侦案件立案无设区的市级院决定
-- title en    Self-investigated case filed without the prefecture's decision
-- rule zh     直接受理侦查的案件由设区的市级人民检察院立案侦查；基层院发现线索应当报请决定，市级院可以交基层院协助或者办理。
-- rule en     Such cases are filed by the prefecture-level procuratorate; a grassroots one reports and acts on its decision.
-- do zh       补填设区的市级院决定文号。
-- do en       Enter the number of the prefecture-level decision.
-- severity    medium
-- applies     own_investigation
-- basis       Rules 14
-- in force    2019-12-30 ..
-- good        case own_investigation 2026-01-05; act own_case_filed 2026-01-20 higher_decision=测市检侦〔2026〕1号
-- bad         case own_investigation 2026-01-05; act own_case_filed 2026-01-20; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'own_case_filed'
 WHERE coalesce(a.fields ->> 'higher_decision', '') = '';
