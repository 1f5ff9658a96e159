-- The cases that entry ?1 touched, two at the most.
SELECT case_id FROM journal_case WHERE entry = ?1 LIMIT 2;
