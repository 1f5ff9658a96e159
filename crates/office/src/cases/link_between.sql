-- The link between two cases, whichever way it goes.
SELECT id FROM case_link WHERE (case_id = ?1 AND other_case_id = ?2) OR (case_id = ?2 AND other_case_id = ?1);
