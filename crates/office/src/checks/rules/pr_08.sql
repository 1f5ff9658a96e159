-- title zh    退回补充侦查无补充侦查提纲
-- title en    Returned without an outline
-- rule zh     退回补充侦查应当制作补充侦查提纲，写明补充侦查的方向、需要收集的证据。
-- rule en     A return names in an outline the direction and the evidence still to be collected.
-- do zh       补录补充侦查提纲。
-- do en       Record the outline.
-- severity    high
-- applies     prosecution
-- basis       Rules 342; Rules 343
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; act returned_for_investigation 2026-02-01 outline_on=2026-02-01
-- bad         case first_instance_prosecution 2026-01-05; act returned_for_investigation 2026-02-01; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'returned_for_investigation'
 WHERE coalesce(a.fields ->> 'outline_on', '') = '' AND coalesce(a.fields ->> 'outline', '') = ''
   AND NOT EXISTS (SELECT 1 FROM act AS d
                    WHERE d.case_id = a.case_id AND d.kind = 'document_issued' AND d.fields ->> 'kind' = 'supplementary_outline'
                      AND d.on_day <= a.on_day);
