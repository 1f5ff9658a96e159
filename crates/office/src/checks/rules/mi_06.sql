-- title zh    考验期已满未决定或者无考察报告
-- title en    Probation over with no decision, or with no report
-- rule zh     附条件不起诉考验期届满，应当作出起诉或者不起诉决定；作出决定前制作考察报告。
-- rule en     When the probation ends it is decided whether to prosecute, on a report of the supervision.
-- do zh       作出决定并登记，补录考察报告。
-- do en       Decide and record it; enter the report.
-- severity    high
-- applies     prosecution
-- basis       Rules 477; CPL 284
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某 minor_at_act=1; act conditional_not_prosecuted 2026-02-01 of=张某 months=6; act probation_ended 2026-08-01 of=张某 result=non_prosecution report=考察报告
-- good        case first_instance_prosecution 2026-01-05; person 张某 minor_at_act=1; act conditional_not_prosecuted 2026-02-01 of=张某 months=6; on 2026-08-01
-- bad         case first_instance_prosecution 2026-01-05; person 张某 minor_at_act=1; act conditional_not_prosecuted 2026-02-01 of=张某 months=6; on 2026-08-02; finds act:1
-- bad         case first_instance_prosecution 2026-01-05; person 张某 minor_at_act=1; act conditional_not_prosecuted 2026-02-01 of=张某 months=6; act probation_ended 2026-08-01 of=张某 result=non_prosecution; finds act:2
SELECT a.case_id, 'act:' || a.id AS subject, p.name AS person,
       date(a.on_day, '+' || coalesce((SELECT b.fields ->> 'months' FROM act AS b
                                        WHERE b.case_id = a.case_id AND b.kind = 'probation_changed' AND b.person_id IS a.person_id
                                        ORDER BY b.on_day DESC, b.id DESC LIMIT 1), a.fields ->> 'months') || ' months', '+1 day') AS from_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'conditional_not_prosecuted'
  LEFT JOIN person AS p ON p.id = a.person_id
 WHERE NOT EXISTS (SELECT 1 FROM act AS e
                    WHERE e.case_id = a.case_id AND e.person_id IS a.person_id AND e.on_day >= a.on_day
                      AND e.kind IN ('probation_ended', 'prosecuted', 'not_prosecuted'))
UNION ALL
SELECT e.case_id, 'act:' || e.id AS subject, p.name AS person, NULL AS from_day
  FROM scope
  JOIN act AS e ON e.case_id = scope.case_id AND e.kind = 'probation_ended' AND coalesce(e.fields ->> 'report', '') = ''
  LEFT JOIN person AS p ON p.id = e.person_id;
