-- title zh    受理日期早于收案日期
-- title en    Accepted before it came in
-- rule zh     受理日期不得早于收到案卷材料的日期。
-- rule en     A case is accepted on the day its papers came in or later.
-- do zh       核对收案日期和受理日期。
-- do en       Check both days.
-- severity    stop
-- applies     all
-- basis       Practice
-- in force    always
-- good        case first_instance_prosecution 2026-01-05 received_on=2026-01-04
-- bad         case first_instance_prosecution 2026-01-05 received_on=2026-01-06; finds case
SELECT c.id AS case_id, 'case' AS subject, c.received_on, c.accepted_on
  FROM scope
  JOIN case_file AS c ON c.id = scope.case_id
 WHERE c.received_on > c.accepted_on;
