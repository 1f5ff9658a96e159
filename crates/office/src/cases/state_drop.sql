-- The rows of those of these cases that are no more.
DELETE FROM case_state
 WHERE case_id IN (SELECT value FROM json_each(?1))
   AND NOT EXISTS (SELECT 1 FROM case_file AS c WHERE c.id = case_state.case_id);
