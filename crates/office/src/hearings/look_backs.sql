-- The look-backs of a case: the hearing, its day, when to look back, what was found.
SELECT e.hearing_id, h.held_on, e.follow_up_on, e.follow_up
  FROM hearing_effect AS e
  JOIN hearing AS h ON h.id = e.hearing_id AND h.cancelled_on IS NULL
 WHERE e.case_id = ?1 AND e.follow_up_on IS NOT NULL
 ORDER BY e.follow_up = '' DESC, e.follow_up_on, e.hearing_id;
