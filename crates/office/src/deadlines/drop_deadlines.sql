DELETE FROM deadline WHERE case_id IN (SELECT value FROM json_each(:cases));
