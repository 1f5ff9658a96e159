-- title zh    调查核实不足二人
-- title en    Investigation by fewer than two people
-- rule zh     调查核实、调查取证、讯问应当由二人以上进行。
-- rule en     Investigations and questionings are carried out by two people or more.
-- do zh       核对办案人数。
-- do en       Check how many people took part.
-- severity    high
-- applies     all
-- basis       Civ 69; Adm 65; PIL 36; Rules 182
-- in force    2021-08-01 ..
-- good        case civil_judgment_supervision 2026-01-05; act verification_started 2026-01-20 people=2
-- bad         case civil_judgment_supervision 2026-01-05; act verification_started 2026-01-20 people=1; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.kind AS act, a.on_day, CAST(a.fields ->> 'people' AS INTEGER) AS people
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id
 WHERE a.fields ->> 'people' <> '' AND CAST(a.fields ->> 'people' AS INTEGER) < 2;
