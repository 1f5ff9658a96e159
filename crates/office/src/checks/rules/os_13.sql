-- title zh    速裁案件未当庭宣判
-- title en    Fast track not judged in court
-- rule zh     适用速裁程序审理案件，应当当庭宣判。
-- rule en     A fast-track case is judged in court on the day.
-- do zh       核对开庭日期和裁判日期。
-- do en       Check the day of the session and of the judgment.
-- severity    medium
-- applies     prosecution
-- basis       CPL 224; Practice
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; act court_session 2026-02-26 procedure=fast_track; act judgment_received 2026-03-01 of=张某 kind=judgment judged_on=2026-02-26 outcome=guilty
-- bad         case first_instance_prosecution 2026-01-05; person 张某; act court_session 2026-02-24 procedure=fast_track; act judgment_received 2026-03-01 of=张某 kind=judgment judged_on=2026-02-26 outcome=guilty; finds act:2
SELECT j.case_id, 'act:' || j.id AS subject, max(s.on_day) AS session_on, j.fields ->> 'judged_on' AS judged_on
  FROM scope
  JOIN act AS j ON j.case_id = scope.case_id AND j.kind = 'judgment_received' AND j.fields ->> 'kind' = 'judgment'
  JOIN act AS s ON s.case_id = j.case_id AND s.kind = 'court_session' AND s.fields ->> 'procedure' = 'fast_track'
 GROUP BY j.id
HAVING max(s.on_day = j.fields ->> 'judged_on') = 0;
