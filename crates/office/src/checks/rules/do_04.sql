-- title zh    不起诉决定书未送达
-- title en    Non-prosecution decision not served
-- rule zh     不起诉决定书应当送达被不起诉人及其所在单位、公安机关和被害人。
-- rule en     The decision is served on the person, the police and the victim.
-- do zh       补录送达。
-- do en       Record the service.
-- severity    medium
-- applies     prosecution
-- basis       CPL 178; CPL 179; CPL 180; Rules 377
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; act not_prosecuted 2026-02-01 of=张某 kind=relative; act served 2026-02-03 kind=non_prosecution_decision to=张某
-- bad         case first_instance_prosecution 2026-01-05; person 张某; act not_prosecuted 2026-02-01 of=张某 kind=relative; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'not_prosecuted'
 WHERE NOT EXISTS (SELECT 1 FROM act AS s
                    WHERE s.case_id = a.case_id AND s.kind = 'served' AND s.fields ->> 'kind' = 'non_prosecution_decision'
                      AND s.on_day >= a.on_day);
