-- title zh  一般公开的听证不公开举行未说明理由
-- title en  Hearing closed against the rule without a reason
-- rule zh   拟不起诉、刑事申诉、民事和行政诉讼监督、公益诉讼案件的听证，一般公开举行。
-- rule en   Hearings on non-prosecution, criminal petitions, civil and administrative supervision and public-interest litigation are as a rule public.
-- do zh     补录不公开的理由。
-- do en     Enter why it was not public.
-- severity  medium
-- applies   all
-- basis     Hear 5
-- in force  2020-10-20 ..
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=0 publicity_reason=涉及个人隐私
-- good      case first_instance_prosecution 2026-01-05; person 小李 birth=2010-01-01; hearing ordinary held_on=2026-03-10 is_public=0
-- good      case arrest_review 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=0
-- bad       case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=0; finds hearing:1
SELECT h.case_id, 'hearing:' || h.id AS subject, h.held_on, c.category
  FROM scope
  JOIN case_file AS c ON c.id = scope.case_id AND c.category IN law_hearing_public
  JOIN hearing AS h ON h.case_id = scope.case_id
 WHERE h.is_public = 0 AND h.publicity_reason = '' AND h.kind <> 'custody'
   AND NOT (EXISTS (SELECT 1 FROM case_flag AS f WHERE f.case_id = h.case_id AND f.flag = 'minors_involved')
        OR EXISTS (SELECT 1
                     FROM person AS p
                     JOIN law_age AS a ON a.code = 'minor'
                    WHERE p.case_id = h.case_id
                      AND (p.role IN law_person_role_accused OR p.role IN law_person_role_victim
                           OR p.role IN law_person_role_applicant)
                      AND (p.minor_at_act = 1
                           OR substr(h.held_on, 1, 4) - substr(p.birth, 1, 4)
                              - (substr(h.held_on, 6) < substr(p.birth, 6) OR (a.late = 1 AND substr(h.held_on, 6) = substr(p.birth, 6)))
                              < a.years)))
   AND h.cancelled_on IS NULL AND h.answer <> 'refused';
