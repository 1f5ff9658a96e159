-- The sealed cases with which an interest of account ?1 that named them went away.
SELECT case_id FROM sealed_row WHERE table_name = 'declared_conflict' AND body ->> 'account_id' = ?1;
