-- title zh  听证员产生方式缺少批准或者理由
-- title en  Hearing officer chosen without approval or reason
-- rule zh   听证员一般从听证员库中抽取；邀请库外人员应当经检察长批准，直接确定的应当写明理由。
-- rule en   Officers are as a rule taken from the pool; somebody from outside needs the chief prosecutor's approval, one chosen by hand a reason.
-- do zh     补录批准或者理由。
-- do en     Enter the approval or the reason.
-- severity  low
-- applies   all
-- basis     Pool; Practice
-- in force  2020-10-20 ..
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; seat 钱某
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; seat 钱某 selection=outside outside_approved_on=2026-03-01
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; seat 钱某 selection=designated selection_reason=专业需要
-- bad       case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; seat 钱某 selection=outside; finds hearing:1
-- bad       case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1; seat 钱某 selection=designated
SELECT h.case_id, 'hearing:' || h.id AS subject, group_concat(s.name, '、' ORDER BY s.id) AS names
  FROM scope
  JOIN hearing AS h ON h.case_id = scope.case_id
  JOIN hearing_seat AS s ON s.hearing_id = h.id AND s.dropped_on IS NULL
 WHERE ((s.selection = 'outside' AND s.outside_approved_on IS NULL)
        OR (s.selection = 'designated' AND s.selection_reason = ''))
   AND h.cancelled_on IS NULL AND h.answer <> 'refused'
 GROUP BY h.id;
