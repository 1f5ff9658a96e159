-- title zh    分案日期早于受理日期
-- title en    Allocated before it was accepted
-- rule zh     案件受理之后才能分案。
-- rule en     A case is accepted before it is allocated.
-- do zh       核对受理日期和分案日期。
-- do en       Check the days of acceptance and allocation.
-- severity    stop
-- applies     all
-- basis       Practice
-- in force    always
-- good        account wang; case first_instance_prosecution 2026-01-05; handler wang 2026-01-05
-- bad         account wang; case first_instance_prosecution 2026-01-05; handler wang 2026-01-04; finds case
SELECT n.case_id, 'case' AS subject, min(n.started_on) AS allocated_on, c.accepted_on
  FROM scope
  JOIN assignment AS n ON n.case_id = scope.case_id AND n.role = 'handler'
  JOIN case_file AS c ON c.id = n.case_id AND n.started_on < c.accepted_on
 GROUP BY n.case_id;
