-- Cases with a period of the office's own that ends from :day to seven days later. Index: deadline_open.
SELECT d.case_id FROM deadline AS d
 WHERE d.is_open = 1 AND d.safe_due_on <= date(:day, '+7 days') AND d.due_on >= :day AND d.optional = 0 AND d.by_whom = 'office' AND d.rule <> 'reminder'
   AND ifnull(d.paused_since, '9999-12-31') > :day AND ifnull(d.ended_on, '9999-12-31') > :day
