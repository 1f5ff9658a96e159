-- The finding of a check about a subject in a case.
DELETE FROM finding WHERE case_id = ?1 AND check_id = ?2 AND subject = ?3;
