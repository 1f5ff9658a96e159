-- title zh  一般不公开的听证公开举行未说明理由
-- title en  Hearing public against the rule without a reason
-- rule zh   审查逮捕、羁押必要性审查以及当事人是未成年人的案件，一般不公开听证。
-- rule en   Hearings on arrest and custody necessity, and where a party is a minor, are as a rule not public.
-- do zh     补录公开听证的理由；确属不应公开的，说明情况。
-- do en     Enter why it was public; where it should not have been, explain.
-- severity  high
-- applies   all
-- basis     Hear 5
-- in force  2020-10-20 ..
-- good      case arrest_review 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=0
-- good      case arrest_review 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 publicity_reason=当事人申请公开
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1
-- bad       case arrest_review 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; finds hearing:1
-- bad       case first_instance_prosecution 2026-01-05; person 小李 birth=2010-01-01; hearing ordinary held_on=2026-03-10 is_public=1
-- bad       case first_instance_prosecution 2026-01-05; flag minors_involved; hearing ordinary held_on=2026-03-10 is_public=1
SELECT h.case_id, 'hearing:' || h.id AS subject, h.held_on, c.category
  FROM scope
  JOIN case_file AS c ON c.id = scope.case_id
  JOIN hearing AS h ON h.case_id = scope.case_id
 WHERE h.is_public = 1 AND h.publicity_reason = ''
   AND (c.category IN law_hearing_closed
        OR EXISTS (SELECT 1 FROM case_flag AS f WHERE f.case_id = h.case_id AND f.flag = 'minors_involved')
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
