-- The due dates of a case that the office has to keep and that are still to come, the nearest first; those of its hearings apart.
SELECT rule, min(due_on) AS due_on
  FROM deadline
 WHERE case_id = ?1 AND due_on >= ?2 AND is_open = 1 AND optional = 0 AND by_whom = 'office' AND paused_since IS NULL
   AND subject NOT LIKE 'hearing:%' AND rule <> 'reminder'
 GROUP BY rule
 ORDER BY min(due_on), rule;
