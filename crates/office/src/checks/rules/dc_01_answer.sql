-- title zh    答复或者送达早于所针对的文书
-- title en    Answer or service before the paper it belongs to
-- rule zh     送达、答复、反馈的日期不得早于所针对的文书。
-- rule en     A paper is served and answered on its day or later.
-- do zh       核对两个节点的日期。
-- do en       Check the days of both acts.
-- severity    stop
-- applies     all
-- basis       Practice
-- in force    always
-- good        case first_instance_prosecution 2026-01-05; act monitoring_notice_sent 2026-01-10 trigger=period text=超; act monitoring_notice_answered 2026-01-12 ref=2
-- bad         case first_instance_prosecution 2026-01-05; act monitoring_notice_sent 2026-01-10 trigger=period text=超; act monitoring_notice_answered 2026-01-09 ref=2; finds act:2
SELECT a.case_id, 'act:' || a.id AS subject, a.kind AS act, a.on_day, b.kind AS other_act, b.on_day AS issued_on
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id
  JOIN act AS b ON b.id = CAST(a.fields ->> 'ref' AS INTEGER) AND b.case_id = a.case_id AND b.on_day > a.on_day;
