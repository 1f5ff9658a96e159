-- Each finding of these cases: its check, and all else of it in one text.
SELECT f.check_id, json_array(f.case_id, f.subject, f.from_day, f.until_day, f.fingerprint) AS finding
  FROM json_each(:cases) AS asked
  JOIN finding AS f ON f.case_id = asked.value;
