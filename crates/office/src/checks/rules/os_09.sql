-- title zh    各人罪名未包含案由罪名
-- title en    No person charged with the charge of the case
-- rule zh     案由所列罪名应当至少有一人涉嫌。
-- rule en     The charge by which a case is called is a charge of at least one of its people.
-- do zh       核对案由和各人罪名。
-- do en       Check the case's charge and those of its people.
-- severity    medium
-- applies     prosecution
-- basis       Practice
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; charge 张某 transferred 盗窃罪
-- bad         case first_instance_prosecution 2026-01-05 cause=诈骗罪 cause_code=fraud; person 张某; charge 张某 transferred 盗窃罪; finds case
SELECT c.id AS case_id, 'case' AS subject, min(x.charge) AS charge
  FROM scope
  JOIN case_file AS c ON c.id = scope.case_id AND c.cause <> ''
  JOIN person_charge AS x ON x.case_id = c.id
 GROUP BY c.id
HAVING max(instr(c.cause, rtrim(x.charge, '罪')) > 0 OR instr(x.charge, rtrim(c.cause, '罪')) > 0 OR x.charge_id = c.cause_code AND c.cause_code <> '') = 0;
