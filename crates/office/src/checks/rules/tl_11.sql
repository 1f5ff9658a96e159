-- title zh    建议延期审理超过两次
-- title en    Trial postponed more than twice on suggestion
-- rule zh     法庭审理中建议延期审理的次数不得超过两次。
-- rule en     Postponement is suggested at most twice in one trial.
-- do zh       核对建议延期审理的次数。
-- do en       Check how often a postponement was suggested.
-- severity    medium
-- applies     prosecution
-- basis       CPL 204; Rules 421
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; act postponement_suggested 2026-03-01 reason=new_evidence; act postponement_suggested 2026-04-15 reason=new_evidence
-- bad         case first_instance_prosecution 2026-01-05; act postponement_suggested 2026-03-01 reason=new_evidence; act postponement_suggested 2026-04-15 reason=new_evidence; act postponement_suggested 2026-06-01 reason=other; finds act:3
SELECT r.case_id, 'act:' || r.id AS subject, r.on_day, r.number
  FROM (SELECT a.case_id, a.id, a.on_day, row_number() OVER (PARTITION BY a.case_id ORDER BY a.on_day, a.id) AS number
          FROM scope
          JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'postponement_suggested') AS r
 WHERE r.number > 2;
