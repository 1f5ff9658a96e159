-- title zh  不同意听证申请未说明理由或者未告知
-- title en  Application for a hearing refused without reasons or notice
-- rule zh   不同意听证申请的，应当向申请人说明理由。
-- rule en   Where an application for a hearing is refused, the applicant is told the reasons.
-- do zh     补录理由和告知日期。
-- do en     Enter the reasons and the day on which the applicant was told.
-- severity  low
-- applies   all
-- basis     Hear 9
-- in force  2020-10-20 ..
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 answer=refused answered_on=2026-03-01 answer_reason=事实清楚 answer_told_on=2026-03-02
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 answer=agreed answered_on=2026-03-01
-- bad       case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 answer=refused answered_on=2026-03-01 answer_reason=事实清楚; finds hearing:1
-- bad       case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 answer=refused answered_on=2026-03-01 answer_told_on=2026-03-02
SELECT h.case_id, 'hearing:' || h.id AS subject, h.answered_on AS from_day, h.applicant, h.answered_on
  FROM scope
  JOIN hearing AS h ON h.case_id = scope.case_id
 WHERE h.answer = 'refused' AND (h.answer_reason = '' OR h.answer_told_on IS NULL);
