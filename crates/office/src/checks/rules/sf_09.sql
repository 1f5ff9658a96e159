-- title zh    线索已移送但无接收或者反馈
-- title en    Clue passed on without receipt or feedback
-- rule zh     移送的线索由接收部门登记接收、审查决定并反馈结果。
-- rule en     A clue that is passed on is received, decided upon and fed back by the department that gets it.
-- do zh       催收接收、决定和反馈并登记。
-- do en       Ask for receipt, decision and feedback, and record them.
-- severity    medium
-- applies     all
-- basis       Practice
-- in force    2019-12-30 ..
-- good        case supervision_clue 2026-01-05; act clue_transferred 2026-01-10 kind=trial to=民事检察部; act clue_received 2026-01-12 answer=accepted; act clue_fed_back 2026-03-01 result=not_opened; act closed 2026-03-02 outcome=终结
-- good        case supervision_clue 2026-01-05; act clue_transferred 2026-01-10 kind=trial to=民事检察部
-- bad         case supervision_clue 2026-01-05; act clue_transferred 2026-01-10 kind=trial to=民事检察部; act closed 2026-03-02 outcome=终结; finds act:1
-- bad         case supervision_clue 2026-01-05; act clue_transferred 2026-01-10 kind=trial to=民事检察部; act clue_received 2026-01-12 answer=accepted; act closed 2026-03-02 outcome=终结
SELECT a.case_id, 'act:' || a.id AS subject, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'clue_transferred'
  JOIN act AS z ON z.case_id = a.case_id AND z.kind IN law_act_closing AND z.on_day >= a.on_day
 WHERE NOT EXISTS (SELECT 1 FROM act AS f WHERE f.case_id = a.case_id AND f.kind = 'clue_fed_back' AND f.on_day >= a.on_day)
 GROUP BY a.id;
