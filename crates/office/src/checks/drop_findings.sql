-- All findings of these cases.
DELETE FROM finding WHERE case_id IN (SELECT value FROM json_each(:cases));
