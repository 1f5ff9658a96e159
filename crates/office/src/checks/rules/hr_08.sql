-- title zh    审查逮捕、未成年人案件公开听证无理由
-- title en    Public hearing in arrest review or a minor's case without a reason
-- rule zh     审查逮捕、羁押必要性审查以及当事人是未成年人的案件，听证一般不公开。
-- rule en     Hearings in arrest review, custody necessity and cases of minors are as a rule not public.
-- do zh       写明公开的理由，或者改为不公开。
-- do en       Say why it is public, or hold it without the public.
-- severity    high
-- applies     all
-- basis       Hear 5
-- in force    2020-10-20 ..
-- good        case arrest_review 2026-01-05; hearing custody held_on=2026-01-09 is_public=1 publicity_reason=当事人申请
-- good        case arrest_review 2026-01-05; hearing custody held_on=2026-01-09
-- bad         case arrest_review 2026-01-05; hearing custody held_on=2026-01-09 is_public=1; finds hearing:1
SELECT h.case_id, 'hearing:' || h.id AS subject, h.held_on, f.category
  FROM scope
  JOIN hearing AS h ON h.case_id = scope.case_id AND h.cancelled_on IS NULL
  JOIN case_file AS f ON f.id = h.case_id
 WHERE h.is_public = 1 AND h.publicity_reason = ''
   AND (f.category IN ('arrest_review', 'own_arrest_review', 'custody_necessity')
        OR EXISTS (SELECT 1 FROM person AS p WHERE p.case_id = h.case_id AND p.minor_at_act = 1));
