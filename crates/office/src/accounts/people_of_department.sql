-- How many people who work here stand in a department (?1).
SELECT count(*) FROM account WHERE department_id = ?1 AND ended_on IS NULL;
