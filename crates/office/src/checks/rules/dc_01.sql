-- title zh    节点日期早于受理日期
-- title en    Act before the day of acceptance
-- rule zh     受理、分案、决定、办结、归档的日期应当依次不早于前一节点。
-- rule en     The days of acceptance, decision, closing and archiving follow one another.
-- do zh       核对节点日期和受理日期。
-- do en       Check the days.
-- severity    stop
-- applies     all
-- basis       Practice
-- in force    always
-- good        case first_instance_prosecution 2026-01-05; act closed 2026-02-01 outcome=完; act archived 2026-03-01
-- bad         case first_instance_prosecution 2026-01-05; act questioned 2026-01-04; finds act:1
-- bad         case first_instance_prosecution 2026-01-05; act closed 2026-02-01 outcome=完; act archived 2026-01-31
SELECT a.case_id, 'act:' || a.id AS subject, a.on_day, c.accepted_on
  FROM scope
  JOIN case_file AS c ON c.id = scope.case_id
  JOIN act AS a ON a.case_id = c.id
 WHERE (a.on_day < c.accepted_on AND a.kind NOT IN ('application_received', 'letter_registered', 'clue_registered', 'measure_taken'))
    OR (a.kind = 'archived'
        AND a.on_day < (SELECT min(e.on_day) FROM act AS e WHERE e.case_id = a.case_id AND e.kind IN law_act_closing));
