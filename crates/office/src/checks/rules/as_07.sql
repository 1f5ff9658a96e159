-- title zh    回避复议超过三日决定
-- title en    Recusal reconsideration decided after three days
-- rule zh     对驳回申请回避的决定申请复议的，应当在三日以内作出复议决定并书面通知申请人。
-- rule en     A reconsideration of a refused recusal is decided within three days.
-- do zh       核对申请日期和决定日期；确属超期的，说明原因。
-- do en       Check the days of application and decision; where it was late, explain why.
-- severity    medium
-- applies     all
-- basis       Rules 33; Civ 17
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; act recusal_reconsidered 2026-01-23 applied_on=2026-01-20 result=upheld
-- bad         case first_instance_prosecution 2026-01-05; act recusal_reconsidered 2026-01-24 applied_on=2026-01-20 result=upheld; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.on_day AS decided_on
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'recusal_reconsidered'
 WHERE a.on_day > date(a.fields ->> 'applied_on', '+3 days');
