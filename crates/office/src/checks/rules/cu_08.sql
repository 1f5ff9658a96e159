-- title zh    保证金低于下限
-- title en    Deposit below the least amount
-- rule zh     保证金起点数额为一千元；犯罪嫌疑人为未成年人的，起点数额为五百元。
-- rule en     The deposit is at least 1,000 yuan, for a minor 500.
-- do zh       核对保证金数额（元）。
-- do en       Check the amount.
-- severity    medium
-- applies     criminal
-- basis       Bail 5
-- in force    2022-09-05 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; measure 张某 bail_deposit decided_on=2026-01-06 deposit=100000
-- good        case first_instance_prosecution 2026-01-05; person 张某 minor_at_act=1; measure 张某 bail_deposit decided_on=2026-01-06 deposit=50000
-- bad         case first_instance_prosecution 2026-01-05; person 张某; measure 张某 bail_deposit decided_on=2026-01-06 deposit=99900; finds measure:1
SELECT m.case_id, 'measure:' || m.id AS subject, p.name AS person, m.deposit / 100 AS yuan
  FROM scope
  JOIN measure AS m ON m.case_id = scope.case_id AND m.kind = 'bail_deposit' AND m.deposit IS NOT NULL
  JOIN person AS p ON p.id = m.person_id
 WHERE m.deposit < CASE p.minor_at_act WHEN 1 THEN 50000 ELSE 100000 END;
