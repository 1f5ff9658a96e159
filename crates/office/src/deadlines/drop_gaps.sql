DELETE FROM deadline_gap WHERE case_id IN (SELECT value FROM json_each(:cases));
