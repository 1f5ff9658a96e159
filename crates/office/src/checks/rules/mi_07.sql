-- title zh    未成年人不起诉或者轻刑未封存记录
-- title en    Record of a minor not sealed
-- rule zh     犯罪时不满十八周岁，被判处五年有期徒刑以下刑罚或者不起诉的，应当封存相关记录。
-- rule en     The record of a minor is sealed after a non-prosecution or a sentence of at most five years.
-- do zh       办理犯罪记录封存并登记。
-- do en       Seal the record and record it.
-- severity    high
-- applies     prosecution
-- basis       CPL 286; Rules 482
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某 minor_at_act=1; act not_prosecuted 2026-02-01 of=张某 kind=relative; act sealed_record 2026-02-02 of=张某
-- bad         case first_instance_prosecution 2026-01-05; person 张某 minor_at_act=1; act not_prosecuted 2026-02-01 of=张某 kind=relative; finds person:1
SELECT p.case_id, 'person:' || p.id AS subject, p.name AS person, min(a.on_day) AS on_day
  FROM scope
  JOIN person AS p ON p.case_id = scope.case_id AND p.minor_at_act = 1 AND p.role IN law_person_role_accused
  JOIN act AS a ON a.case_id = p.case_id AND coalesce(a.person_id, p.id) = p.id
   AND (a.kind = 'not_prosecuted'
        OR (a.kind = 'judgment_received' AND coalesce(a.fields ->> 'effective_on', '') <> ''
            AND CAST(coalesce(a.fields ->> 'months', '0') AS INTEGER) <= 60
            AND coalesce(a.fields ->> 'penalty', 'none') NOT IN ('life', 'death', 'death_reprieve')))
 WHERE NOT EXISTS (SELECT 1 FROM act AS s WHERE s.case_id = p.case_id AND s.kind = 'sealed_record' AND coalesce(s.person_id, p.id) = p.id)
 GROUP BY p.id;
