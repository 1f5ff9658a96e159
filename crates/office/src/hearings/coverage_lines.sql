-- Cases accepted and hearings set on these days, by line. The counts mean what the same words mean in the list.
WITH heard AS (
  SELECT c.line, h.case_id, h.is_public, h.ended_at, h.majority, h.adopted, state.status
    FROM hearing AS h
    JOIN hearing_state AS state ON state.hearing_id = h.id
    JOIN case_file AS c ON c.id = h.case_id
   WHERE h.held_on BETWEEN :from AND :to AND state.status NOT IN ('cancelled', 'refused')
),
taken AS (SELECT line, count(*) AS cases FROM case_file WHERE accepted_on BETWEEN :from AND :to GROUP BY line),
lines AS (SELECT line FROM taken UNION SELECT line FROM heard)
SELECT lines.line, coalesce(max(taken.cases), 0) AS cases,
       count(DISTINCT heard.case_id) FILTER (WHERE heard.ended_at IS NOT NULL) AS heard,
       count(heard.case_id) AS hearings,
       count(heard.ended_at) AS held,
       count(heard.ended_at) FILTER (WHERE heard.is_public = 1) AS public,
       count(heard.ended_at) FILTER (WHERE heard.is_public = 0) AS closed,
       count(*) FILTER (WHERE heard.majority <> '' AND heard.adopted = 'full') AS followed,
       count(*) FILTER (WHERE heard.majority <> '' AND heard.adopted IN ('partly', 'no')) AS not_followed,
       count(*) FILTER (WHERE heard.status = 'effect_recorded') AS effect
  FROM lines
  LEFT JOIN taken ON taken.line = lines.line
  LEFT JOIN heard ON heard.line = lines.line
 GROUP BY lines.line;
