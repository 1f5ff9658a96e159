-- title zh    已抗诉未登记结果
-- title en    Protest without its result
-- rule zh     提出抗诉的，登记上级人民检察院是否支持和人民法院的裁判结果。
-- rule en     A protest is followed by whether the higher procuratorate supports it and by the court's decision.
-- do zh       补登抗诉结果。
-- do en       Record the result of the protest.
-- severity    medium
-- applies     prosecution appeal
-- basis       Practice
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; act protested 2026-04-01 reason=量刑畸轻; act protest_result 2026-07-01 outcome=changed higher_supports=yes; act closed 2026-07-02 outcome=终结
-- good        case first_instance_prosecution 2026-01-05; person 张某; act protested 2026-04-01 reason=量刑畸轻
-- bad         case first_instance_prosecution 2026-01-05; person 张某; act protested 2026-04-01 reason=量刑畸轻; act closed 2026-07-02 outcome=终结; finds act:1
-- bad         case first_instance_prosecution 2026-01-05; person 张某; act protested 2026-04-01 reason=量刑畸轻; act protest_result 2026-07-01 outcome=changed; act closed 2026-07-02 outcome=终结
SELECT a.case_id, 'act:' || a.id AS subject, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'protested'
  JOIN act AS z ON z.case_id = a.case_id AND z.kind = 'closed' AND z.on_day >= a.on_day
 WHERE NOT EXISTS (SELECT 1 FROM act AS r
                    WHERE r.case_id = a.case_id AND r.kind = 'protest_result' AND r.on_day >= a.on_day
                      AND coalesce(r.fields ->> 'higher_supports', '') <> '')
 GROUP BY a.id;
