-- title zh  行政诉讼监督听证未邀请人民监督员
-- title en  Administrative hearing without a people's supervisor
-- rule zh   行政诉讼监督案件听证，应当邀请人民监督员参加。
-- rule en   A people's supervisor is invited to hearings in administrative litigation supervision.
-- do zh     补录人民监督员；确未邀请的，说明原因。
-- do en     Enter the people's supervisor; where none was invited, explain.
-- severity  medium
-- applies   all
-- basis     Adm 69
-- in force  2021-09-01 ..
-- good      case admin_judgment_supervision 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; participant 孙某 role=peoples_supervisor
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1
-- good      case admin_judgment_supervision 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; on 2026-03-09
-- bad       case admin_judgment_supervision 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; finds hearing:1
SELECT h.case_id, 'hearing:' || h.id AS subject, h.held_on AS from_day, h.held_on
  FROM scope
  JOIN case_file AS c ON c.id = scope.case_id AND c.category IN law_hearing_supervised
  JOIN hearing AS h ON h.case_id = scope.case_id AND h.held_on IS NOT NULL
 WHERE NOT EXISTS (SELECT 1 FROM hearing_participant AS p WHERE p.hearing_id = h.id AND p.role = 'peoples_supervisor')
   AND h.cancelled_on IS NULL AND h.answer <> 'refused';
