-- title zh    羁押期限变化未书面通知看守所
-- title en    Detention centre not told of the change of period
-- rule zh     退回补充侦查、延长期限、重新计算的，应当书面通知看守所。
-- rule en     The detention centre is told in writing of a return, an extension or a new count.
-- do zh       补录书面通知看守所的日期。
-- do en       Record when the detention centre was told.
-- severity    high
-- applies     prosecution
-- basis       Rules 152; Rules 614
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; measure 张某 arrest executed_on=2025-12-01; act returned_for_investigation 2026-02-01; act custody_centre_told 2026-02-01
-- good        case first_instance_prosecution 2026-01-05; person 张某; measure 张某 bail decided_on=2025-12-01; act returned_for_investigation 2026-02-01
-- bad         case first_instance_prosecution 2026-01-05; person 张某; measure 张某 arrest executed_on=2025-12-01; act returned_for_investigation 2026-02-01; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.kind AS act, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind IN ('returned_for_investigation', 'retransferred', 'review_extended', 'custody_recalculated')
 WHERE EXISTS (SELECT 1 FROM measure AS m
                WHERE m.case_id = a.case_id AND m.kind IN law_measure_custody AND coalesce(m.executed_on, m.decided_on) <= a.on_day
                  AND coalesce(m.ended_on, '9999-12-31') >= a.on_day)
   AND NOT EXISTS (SELECT 1 FROM act AS t
                    WHERE t.case_id = a.case_id AND t.kind = 'custody_centre_told' AND t.on_day >= a.on_day);
