-- The reminders and look-backs among the due dates of these cases.
DELETE FROM deadline WHERE case_id IN (SELECT value FROM json_each(:cases)) AND rule IN (:reminder, :look_back);
