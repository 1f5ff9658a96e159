-- title zh    单位被告人判处自由刑
-- title en    Unit sentenced to imprisonment
-- rule zh     对单位只能判处罚金。
-- rule en     A unit can only be fined.
-- do zh       核对人员类型和宣告刑。
-- do en       Check the kind of person and the penalty.
-- severity    low
-- applies     prosecution
-- basis       Practice
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 某公司 kind=unit role=unit_suspect; act judgment_received 2026-03-01 of=某公司 kind=judgment judged_on=2026-02-26 outcome=guilty penalty=fine_only
-- bad         case first_instance_prosecution 2026-01-05; person 某公司 kind=unit role=unit_suspect; act judgment_received 2026-03-01 of=某公司 kind=judgment judged_on=2026-02-26 outcome=guilty penalty=fixed_term; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, p.name AS person, a.fields ->> 'penalty' AS penalty
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'judgment_received'
   AND a.fields ->> 'penalty' IN ('fixed_term', 'short_detention', 'control', 'life', 'death', 'death_reprieve')
  JOIN person AS p ON p.id = a.person_id AND p.kind = 'unit';
