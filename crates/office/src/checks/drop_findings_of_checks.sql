-- The findings of these checks in these cases.
DELETE FROM finding
 WHERE case_id IN (SELECT value FROM json_each(:cases))
   AND check_id IN (SELECT value FROM json_each(:checks));
