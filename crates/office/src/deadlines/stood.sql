-- Which due dates stand in these cases.
SELECT case_id, rule, subject, trigger_on FROM deadline WHERE case_id IN (SELECT value FROM json_each(:cases));
