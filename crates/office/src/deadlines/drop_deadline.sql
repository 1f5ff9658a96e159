-- The due date of a rule for a subject in a case.
DELETE FROM deadline WHERE case_id = ?1 AND rule = ?2 AND subject = ?3 AND trigger_on = ?4;
