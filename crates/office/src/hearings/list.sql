-- A page of hearings, or how many there are. The key sorts by day, newest first and those without a day before them, or the other
-- way round; it is unique by the id. A text is sought in what is told of the cases (:told).
WITH asked AS (SELECT :case, :status, :kind, :from, :to, :chair, :text, :line, :handler, :officer, :count, :ids, :after, :limit, :told, :staff),
     told AS (SELECT value ->> '$.case' AS case_id, value ->> '$.title' AS title, value -> '$.names' AS names FROM json_each(:told))
SELECT count(*) AS total -- if total
SELECT h.id, h.case_id, c.register_no, c.title, c.line, c.category, h.kind, state.status, h.is_public, h.held_on, h.starts_at, -- if rows
       h.ends_at, h.venue, h.place, coalesce(a.name, '') AS chair, h.majority, h.adopted, -- if rows
       coalesce((SELECT group_concat(s.name, '、' ORDER BY s.id) -- if rows
                   FROM hearing_seat AS s WHERE s.hearing_id = h.id AND s.dropped_on IS NULL), '') AS officers, -- if rows
       coalesce(h.held_on, '9999-12-31') || ' ' || coalesce(h.starts_at, '') || printf(' %012d', h.id) AS sort_key -- if rows
  FROM hearing AS h
  JOIN hearing_state AS state ON state.hearing_id = h.id
  JOIN case_file AS c ON c.id = h.case_id
  LEFT JOIN account AS a ON a.id = h.chair_id -- if rows
 WHERE (:case IS NULL OR h.case_id = :case)
   AND (:status = '[]' OR state.status IN (SELECT value FROM json_each(:status)))
   AND (:kind = '[]' OR h.kind IN (SELECT value FROM json_each(:kind)))
   AND (:from IS NULL OR h.held_on >= :from)
   AND (:to IS NULL OR h.held_on <= :to)
   AND (:chair IS NULL OR h.chair_id = :chair)
   AND (:staff IS NULL OR h.chair_id = :staff
        OR EXISTS (SELECT 1 FROM assignment AS w WHERE w.case_id = h.case_id AND w.account_id = :staff AND w.ended_on IS NULL))
   AND (:line IS NULL OR c.line = :line)
   AND (:handler IS NULL OR h.handler_id = :handler)
   AND (:officer IS NULL OR EXISTS (SELECT 1 FROM hearing_seat AS s WHERE s.hearing_id = h.id AND s.officer_id = :officer))
   AND (:ids = '[]' OR h.id IN (SELECT value FROM json_each(:ids)))
   AND CASE :count
         WHEN 'hearings' THEN state.status NOT IN ('cancelled', 'refused')
         WHEN 'heard' THEN h.ended_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM hearing AS later WHERE later.case_id = h.case_id AND later.id > h.id AND later.ended_at IS NOT NULL AND later.cancelled_on IS NULL AND later.held_on BETWEEN coalesce(:from, '') AND coalesce(:to, '9999-12-31'))
         WHEN 'held' THEN h.ended_at IS NOT NULL
         WHEN 'public' THEN h.ended_at IS NOT NULL AND h.is_public = 1
         WHEN 'closed' THEN h.ended_at IS NOT NULL AND h.is_public = 0
         WHEN 'followed' THEN h.majority <> '' AND h.adopted = 'full'
         WHEN 'not_followed' THEN h.majority <> '' AND h.adopted IN ('partly', 'no')
         WHEN 'effect' THEN state.status = 'effect_recorded'
         WHEN 'presided' THEN h.ended_at IS NOT NULL AND h.chair_id = h.handler_id
         WHEN 'not_presided' THEN h.ended_at IS NOT NULL AND h.chair_id IS NOT h.handler_id
         ELSE 1
       END
   AND (:text IS NULL OR c.register_no LIKE :text ESCAPE '\' OR h.place LIKE :text ESCAPE '\'
        OR ifnull((SELECT t.title FROM told AS t WHERE t.case_id = c.id), c.title) LIKE :text ESCAPE '\'
        OR EXISTS (SELECT 1 FROM hearing_seat AS s WHERE s.hearing_id = h.id AND s.name LIKE :text ESCAPE '\')
        OR EXISTS (SELECT 1 FROM hearing_participant AS p WHERE p.hearing_id = h.id AND p.name LIKE :text ESCAPE '\'
                      AND NOT EXISTS (SELECT 1 FROM told AS t, json_each(t.names) AS n
                                       WHERE t.case_id = c.id AND instr(p.name, n.value) > 0)))
   AND sort_key < :after -- if after_latest
   AND sort_key > :after -- if after_soonest
 ORDER BY sort_key DESC -- if latest
 ORDER BY sort_key -- if soonest
 LIMIT :limit -- if rows
