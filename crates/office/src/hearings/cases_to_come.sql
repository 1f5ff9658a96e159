-- The cases with a hearing to come in which an officer has a seat.
SELECT DISTINCT h.case_id
  FROM hearing_seat AS s
  JOIN hearing AS h ON h.id = s.hearing_id
 WHERE s.officer_id = ?1 AND s.dropped_on IS NULL AND h.began_at IS NULL AND h.cancelled_on IS NULL
 ORDER BY h.case_id;
