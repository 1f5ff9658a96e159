-- title zh    不符合条件的人建议适用速裁程序
-- title en    Fast track suggested for somebody it is not for
-- rule zh     被告人是未成年人，盲、聋、哑人，尚未完全丧失辨认或者控制自己行为能力的精神病人的，不适用速裁程序。
-- rule en     The fast track is not for minors, nor for the blind, deaf or mute, nor for people of limited capacity.
-- do zh       改为建议适用其他程序。
-- do en       Suggest another procedure.
-- severity    high
-- applies     prosecution
-- basis       CPL 223; Rules 438
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; act prosecuted 2026-02-01 of=张某 charge=盗窃罪 procedure=fast_track
-- bad         case first_instance_prosecution 2026-01-05; person 张某 minor_at_act=1; act prosecuted 2026-02-01 of=张某 charge=盗窃罪 procedure=fast_track; finds act:1
-- bad         case first_instance_prosecution 2026-01-05; person 张某 card.capacity=limited; act prosecuted 2026-02-01 of=张某 charge=盗窃罪 procedure=fast_track
SELECT a.case_id, 'act:' || a.id AS subject, min(p.name) AS person, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind IN ('prosecuted', 'plea_statement_signed')
   AND a.fields ->> 'procedure' = 'fast_track'
  JOIN person AS p ON p.case_id = a.case_id AND p.id = coalesce(a.person_id, p.id) AND p.role IN law_person_role_accused
 WHERE p.minor_at_act = 1 OR p.card ->> 'capacity' IN ('limited', 'blind_deaf_mute')
 GROUP BY a.id;
