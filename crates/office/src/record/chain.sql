-- The entry that everything goes back to, the newest that takes back or does again, and how many those are.
WITH RECURSIVE
  down (entry, undoes, step) AS (
    SELECT entry, undoes, 0 FROM journal WHERE entry = ?1
    UNION ALL
    SELECT journal.entry, journal.undoes, down.step + 1 FROM journal JOIN down ON journal.entry = down.undoes
  ),
  root (entry) AS (SELECT entry FROM down ORDER BY step DESC LIMIT 1),
  up (entry, step) AS (
    SELECT entry, 0 FROM root
    UNION ALL
    SELECT journal.entry, up.step + 1 FROM journal JOIN up ON journal.undoes = up.entry
  )
SELECT (SELECT entry FROM root) AS root, entry AS tip, step FROM up ORDER BY step DESC LIMIT 1;
