-- What was read and done in the room of the sealed cases, newest first.
SELECT entry, at, day, person, action, reason, detail FROM journal ORDER BY entry DESC LIMIT 1000;
