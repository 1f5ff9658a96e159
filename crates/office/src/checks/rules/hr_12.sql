-- title zh  听证录音录像、笔录或者签名不全
-- title en  Recording, transcript or signature of a hearing missing
-- rule zh   听证会应当制作笔录并全程录音录像，笔录由参加人签名；拒绝签名的注明。
-- rule en   A hearing is recorded throughout, a transcript is kept and signed; a refusal to sign is noted.
-- do zh     补录录音录像编号、笔录编号和签名情况。
-- do en     Enter the numbers of recording and transcript, and the signatures.
-- severity  medium
-- applies   all
-- basis     Hear 18
-- in force  2020-10-20 ..
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 began_at=09:00 ended_at=10:30 recording=录1 transcript=笔1 chair_signed=1 recorder_signed=1; participant 张某 role=suspect attended=1 signed=1; seat 钱某 attended=1 signed=1
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 began_at=09:00 ended_at=10:30 recording=录1 transcript=笔1 chair_signed=1 recorder_signed=1; participant 张某 role=suspect attended=1 refusal_to_sign=对记录有异议
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 began_at=09:00 ended_at=10:30 recording=录1 transcript=笔1 chair_signed=1 recorder_signed=1; participant 某报 role=media attended=1; seat 钱某 attended=0
-- good      case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1
-- bad       case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 began_at=09:00 ended_at=10:30 transcript=笔1 chair_signed=1 recorder_signed=1; finds hearing:1
-- bad       case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 began_at=09:00 ended_at=10:30 recording=录1 transcript=笔1 chair_signed=1 recorder_signed=1; participant 张某 role=suspect attended=1
-- bad       case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 began_at=09:00 ended_at=10:30 recording=录1 transcript=笔1 chair_signed=1 recorder_signed=1; seat 钱某 attended=1
-- bad       case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 began_at=09:00 ended_at=10:30 recording=录1 transcript=笔1 recorder_signed=1
-- bad       account 赵某; account 钱某; case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-10 is_public=1 began_at=09:00 ended_at=10:30 recording=录1 transcript=笔1 chair_signed=1 recorder_signed=1 chair_id=1 handler_id=2
SELECT h.case_id, 'hearing:' || h.id AS subject, h.held_on, h.recording, h.transcript,
       (SELECT group_concat(name, '、')
          FROM (SELECT p.name FROM hearing_participant AS p
                 WHERE p.hearing_id = h.id AND p.attended = 1 AND p.role NOT IN ('observer', 'media')
                   AND p.signed IS NOT 1 AND p.refusal_to_sign = ''
                UNION ALL
                SELECT s.name FROM hearing_seat AS s
                 WHERE s.hearing_id = h.id AND s.dropped_on IS NULL AND s.attended = 1
                   AND s.signed IS NOT 1 AND s.refusal_to_sign = '')) AS unsigned,
       nullif((h.chair_signed IS NOT 1) + (h.recorder_signed IS NOT 1)
              + (h.handler_id IS NOT NULL AND h.handler_id IS NOT h.chair_id AND h.handler_signed IS NOT 1), 0)
         AS unsigned_of_office
  FROM scope
  JOIN hearing AS h ON h.case_id = scope.case_id AND h.ended_at IS NOT NULL
 WHERE h.recording = '' OR h.transcript = '' OR unsigned IS NOT NULL OR unsigned_of_office IS NOT NULL;
