-- What was asked for and not decided, oldest first.
SELECT q.id, q.kind, q.login, q.body, q.asked_by, a.name AS asked_by_name, q.asked_on, q.granted
  FROM account_request AS q
  JOIN account AS a ON a.id = q.asked_by
 WHERE q.granted IS NULL
 ORDER BY q.id;
