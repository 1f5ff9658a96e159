-- The reminders of a case, or one of them.
WITH asked AS (SELECT :case, :id)
SELECT r.id, r.case_id, r.subject, r.account_id, a.name AS account_name, r.text, r.made_on, r.due_on, r.warn_days, r.done_on
  FROM reminder AS r
  JOIN account AS a ON a.id = r.account_id
 WHERE r.case_id = :case -- if case
 WHERE r.id = :id -- if one
 ORDER BY r.done_on IS NOT NULL, r.due_on, r.id;
