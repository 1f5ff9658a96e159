-- title zh    听证员人数不在三至七人
-- title en    Fewer than three or more than seven hearing officers
-- rule zh     听证员一般为三至七人。
-- rule en     There are as a rule three to seven hearing officers.
-- do zh       补足听证员，或者写明人数理由。
-- do en       Invite more officers, or say why there are fewer.
-- severity    medium
-- applies     all
-- basis       Hear 7
-- in force    2020-10-20 ..
-- good        case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-09; seat 周某; seat 吴某; seat 郑某
-- good        case first_instance_prosecution 2026-01-05; hearing simplified held_on=2026-03-09; seat 周某
-- bad         case first_instance_prosecution 2026-01-05; hearing ordinary held_on=2026-03-09; seat 周某; seat 吴某; finds hearing:1
SELECT h.case_id, 'hearing:' || h.id AS subject, h.held_on, (SELECT count(*) FROM hearing_seat AS s WHERE s.hearing_id = h.id AND s.dropped_on IS NULL) AS people
  FROM scope
  JOIN hearing AS h ON h.case_id = scope.case_id AND h.cancelled_on IS NULL
 WHERE h.kind <> 'simplified' AND h.held_on IS NOT NULL AND h.officer_number_reason = ''
   AND (SELECT count(*) FROM hearing_seat AS s WHERE s.hearing_id = h.id AND s.dropped_on IS NULL) NOT BETWEEN 3 AND 7;
