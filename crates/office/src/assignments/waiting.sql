-- Open cases without a handler, oldest first.
SELECT case_id, category FROM case_state WHERE is_open AND handler_id IS NULL ORDER BY accepted_on, case_id;
