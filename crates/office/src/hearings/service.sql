-- How often each officer was asked, in which lines and kinds of hearing, and came. Given-up seats were asked for too.
SELECT s.officer_id, c.line, h.kind, count(*) AS asked, count(*) FILTER (WHERE s.attended = 1) AS came,
       count(*) FILTER (WHERE substr(h.held_on, 1, 4) = ?1) AS asked_this_year,
       count(*) FILTER (WHERE substr(h.held_on, 1, 4) = ?1 AND s.attended = 1) AS came_this_year
  FROM hearing_seat AS s
  JOIN hearing AS h ON h.id = s.hearing_id
  JOIN case_file AS c ON c.id = h.case_id
 WHERE s.officer_id IS NOT NULL
 GROUP BY s.officer_id, c.line, h.kind
 ORDER BY c.line, h.kind;
