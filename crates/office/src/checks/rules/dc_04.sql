-- title zh    未成年标注与出生日期、行为日期不符
-- title en    Minor mark does not agree with birth and day of the act
-- rule zh     行为时是否未成年由出生日期和行为日期算出；已满十八周岁自生日次日起算。
-- rule en     Whether a person was a minor follows from birth and the day of the act; eighteen is reached the day after the birthday.
-- do zh       核对出生日期、行为日期和未成年标注。
-- do en       Check birth, day of the act and the mark.
-- severity    medium
-- applies     criminal
-- basis       Practice
-- in force    always
-- good        case first_instance_prosecution 2026-01-05; person 张某 birth=2008-03-05 act_on=2026-03-05 minor_at_act=1
-- good        case first_instance_prosecution 2026-01-05; person 张某 birth=2008-03-05 act_on=2026-03-06 minor_at_act=0
-- bad         case first_instance_prosecution 2026-01-05; person 张某 birth=2008-03-05 act_on=2026-03-06 minor_at_act=1; finds person:1
SELECT p.case_id, 'person:' || p.id AS subject, p.name AS person, p.birth, p.act_on
  FROM scope
  JOIN person AS p ON p.case_id = scope.case_id
 WHERE p.birth IS NOT NULL AND p.act_on IS NOT NULL AND p.minor_at_act IS NOT NULL
   AND p.minor_at_act <> (p.act_on <= date(p.birth, '+18 years'));
