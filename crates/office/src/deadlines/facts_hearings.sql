-- The hearings of these cases that have a day. Told is the day on which the last participant was, once all are.
SELECT h.case_id, h.id, h.kind, h.held_on, h.cancelled_on,
       (SELECT CASE WHEN count(*) = count(coalesce(p.notice_received_on, p.notice_sent_on))
                    THEN max(coalesce(p.notice_received_on, p.notice_sent_on)) END
          FROM hearing_participant AS p WHERE p.hearing_id = h.id) AS notified
  FROM json_each(:cases) AS asked
  JOIN hearing AS h ON h.case_id = asked.value
 WHERE h.held_on IS NOT NULL
 ORDER BY h.case_id, h.id;
