-- Which findings of these checks stand in these cases.
SELECT case_id, check_id, subject
  FROM finding
 WHERE case_id IN (SELECT value FROM json_each(:cases))
   AND check_id IN (SELECT value FROM json_each(:checks));
