-- How the next due date of a row of case_state stands on :day, as the list of due dates says it.
SELECT CASE
         WHEN d.ended_on <= :day THEN 'ended'
         WHEN d.paused_since <= :day THEN 'paused'
         WHEN d.due_on < :day THEN 'overdue'
         WHEN d.due_on = :day THEN 'last_day'
         WHEN d.red_on <= :day THEN 'red'
         WHEN d.amber_on <= :day THEN 'amber'
         ELSE 'quiet'
       END
  FROM deadline AS d
 WHERE case_state.is_open AND d.case_id = case_state.case_id AND d.is_open = 1 AND d.optional = 0 AND d.by_whom = 'office' AND d.rule <> 'reminder'
 ORDER BY d.safe_due_on, d.rule, d.subject LIMIT 1
