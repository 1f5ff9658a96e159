-- The newest backup that counted. Index: journal_by_action.
SELECT at, day, detail FROM journal WHERE action = 'backup_make' ORDER BY entry DESC LIMIT 1;
