-- Hearings held on these days in the cases of each leader, and those over which he or she presided.
SELECT a.id, a.name, a.post,
       count(h.id) FILTER (WHERE h.handler_id = a.id) AS handled,
       count(h.id) FILTER (WHERE h.handler_id = a.id AND h.chair_id = a.id) AS presided,
       count(h.id) FILTER (WHERE h.handler_id = a.id AND h.chair_id IS NOT a.id) AS not_presided,
       count(h.id) FILTER (WHERE h.chair_id = a.id) AS chaired
  FROM account AS a
  LEFT JOIN hearing AS h
    ON (h.handler_id = a.id OR h.chair_id = a.id) AND h.held_on BETWEEN :from AND :to
   AND h.ended_at IS NOT NULL AND h.cancelled_on IS NULL
 WHERE a.post IN (SELECT value FROM json_each(:posts)) AND (a.ended_on IS NULL OR a.ended_on >= :from)
 GROUP BY a.id;
