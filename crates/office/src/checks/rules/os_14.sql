-- title zh    纠正漏捕与追诉登记不一致
-- title en    Missed arrest and pursued suspect do not agree
-- rule zh     审查逮捕中纠正漏捕的，同一事项的起诉应当登记追诉漏犯。
-- rule en     A missed arrest corrected in arrest review shows again as a pursued suspect when the matter is prosecuted.
-- do zh       核对两个环节的登记。
-- do en       Check what both cases say.
-- severity    medium
-- applies     first_instance_prosecution
-- basis       Practice
-- in force    2019-12-30 ..
-- across      yes
-- good        case arrest_review 2026-01-05; person 张某; act arrest_approved 2026-01-10 of=张某 reason=social_danger missed_suspect=yes; case first_instance_prosecution 2026-03-05; person 张某; act prosecuted 2026-04-01 of=张某 charge=盗窃罪 pursued_suspect=yes; link same_matter
-- bad         case arrest_review 2026-01-05; person 张某; act arrest_approved 2026-01-10 of=张某 reason=social_danger missed_suspect=yes; case first_instance_prosecution 2026-03-05; person 张某; act prosecuted 2026-04-01 of=张某 charge=盗窃罪; link same_matter
SELECT scope.case_id, 'case:' || c.id AS subject, c.id AS other_case_id, c.register_no AS other_case
  FROM scope
  JOIN case_link AS l ON (l.case_id = scope.case_id OR l.other_case_id = scope.case_id) AND l.kind = 'same_matter'
  JOIN case_file AS c ON c.id = CASE l.case_id WHEN scope.case_id THEN l.other_case_id ELSE l.case_id END
   AND c.category = 'arrest_review'
  JOIN act AS m ON m.case_id = c.id AND m.kind = 'arrest_approved' AND m.fields ->> 'missed_suspect' = 'yes'
 WHERE EXISTS (SELECT 1 FROM act AS p WHERE p.case_id = scope.case_id AND p.kind = 'prosecuted')
   AND NOT EXISTS (SELECT 1 FROM act AS p
                    WHERE p.case_id = scope.case_id AND p.kind = 'prosecuted' AND p.fields ->> 'pursued_suspect' = 'yes')
 GROUP BY scope.case_id, c.id;
