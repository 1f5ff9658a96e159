-- title zh    身份证号码校验不通过或者与出生日期、性别不符
-- title en    Identity number wrong, or not of the birth or sex entered
-- rule zh     公民身份号码的校验码、出生日期和性别应当与填录一致。
-- rule en     The check digit, birth and sex of an identity number agree with the card.
-- do zh       核对身份证号码、出生日期和性别。
-- do en       Check the number, the birth and the sex.
-- severity    medium
-- applies     all
-- basis       Practice
-- in force    always
-- good        case first_instance_prosecution 2026-01-05; person 张某 id_type=resident_card id_number=11010519491231002X birth=1949-12-31 sex=female
-- good        case first_instance_prosecution 2026-01-05; person 张某 id_type=passport id_number=E12345678
-- bad         case first_instance_prosecution 2026-01-05; person 张某 id_type=resident_card id_number=110105194912310021; finds person:1
-- bad         case first_instance_prosecution 2026-01-05; person 张某 id_type=resident_card id_number=11010519491231002X birth=1949-12-30
-- bad         case first_instance_prosecution 2026-01-05; person 张某 id_type=resident_card id_number=11010519491231002X sex=male
WITH digits AS (
  SELECT p.case_id, p.id, p.name, p.id_number, p.birth, p.sex,
         7 * CAST(substr(p.id_number, 1, 1) AS INTEGER) + 9 * CAST(substr(p.id_number, 2, 1) AS INTEGER) + 10 * CAST(substr(p.id_number, 3, 1) AS INTEGER) + 5 * CAST(substr(p.id_number, 4, 1) AS INTEGER) + 8 * CAST(substr(p.id_number, 5, 1) AS INTEGER) + 4 * CAST(substr(p.id_number, 6, 1) AS INTEGER) + 2 * CAST(substr(p.id_number, 7, 1) AS INTEGER) + 1 * CAST(substr(p.id_number, 8, 1) AS INTEGER) + 6 * CAST(substr(p.id_number, 9, 1) AS INTEGER) + 3 * CAST(substr(p.id_number, 10, 1) AS INTEGER) + 7 * CAST(substr(p.id_number, 11, 1) AS INTEGER) + 9 * CAST(substr(p.id_number, 12, 1) AS INTEGER) + 10 * CAST(substr(p.id_number, 13, 1) AS INTEGER) + 5 * CAST(substr(p.id_number, 14, 1) AS INTEGER) + 8 * CAST(substr(p.id_number, 15, 1) AS INTEGER) + 4 * CAST(substr(p.id_number, 16, 1) AS INTEGER) + 2 * CAST(substr(p.id_number, 17, 1) AS INTEGER) AS total
    FROM scope
    JOIN person AS p ON p.case_id = scope.case_id
   WHERE p.kind = 'natural' AND (p.id_type = 'resident_card' OR (p.id_type = '' AND length(p.id_number) = 18))
     AND p.id_number <> ''
)
SELECT d.case_id, 'person:' || d.id AS subject, d.name AS person, d.birth, d.sex
  FROM digits AS d
 WHERE length(d.id_number) <> 18
    OR substr('10X98765432', d.total % 11 + 1, 1) <> upper(substr(d.id_number, 18, 1))
    OR (d.birth IS NOT NULL AND replace(d.birth, '-', '') <> substr(d.id_number, 7, 8))
    OR (d.sex <> '' AND d.sex <> CASE CAST(substr(d.id_number, 17, 1) AS INTEGER) % 2 WHEN 1 THEN 'male' ELSE 'female' END);
