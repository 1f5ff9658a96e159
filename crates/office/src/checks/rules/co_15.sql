-- title zh    有外国籍人员而案件未标涉外
-- title en    Foreign person and no mark of a foreign-related case
-- rule zh     有外国籍、无国籍或者港澳台人员的案件，应当标注涉外或者涉港澳台。
-- rule en     A case with a foreign or stateless person, or one from Hong Kong, Macao or Taiwan, is marked so.
-- do zh       核对国籍，补标标签。
-- do en       Check the nationality and set the mark.
-- severity    low
-- applies     all
-- basis       Practice
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某 nationality=中国
-- good        case first_instance_prosecution 2026-01-05; person 约翰 nationality=英国; flag foreign
-- bad         case first_instance_prosecution 2026-01-05; person 约翰 nationality=英国; finds person:1
SELECT p.case_id, 'person:' || p.id AS subject, p.name AS person
  FROM scope
  JOIN person AS p ON p.case_id = scope.case_id AND p.nationality NOT IN ('', '中国', '中华人民共和国', 'CN', 'China')
 WHERE NOT EXISTS (SELECT 1 FROM case_flag AS f
                    WHERE f.case_id = p.case_id AND f.flag IN ('foreign', 'hk_macao', 'taiwan'));
