-- The hearings of a case on a day that were not called off.
SELECT h.id
  FROM hearing AS h
  JOIN hearing_state AS state ON state.hearing_id = h.id
 WHERE h.case_id = ?1 AND h.held_on = ?2 AND state.status NOT IN ('cancelled', 'refused')
 ORDER BY h.id;
