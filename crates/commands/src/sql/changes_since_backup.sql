-- How many entries after ?1 changed something or were taken from somebody: sign-ins and backups do not make a backup due.
SELECT count(*) FROM journal WHERE entry > ?1 AND action NOT IN ('backup_make', 'sign_in', 'refused');
