-- The cases in which one of these rules runs, ran, or could not be counted.
SELECT d.case_id FROM deadline AS d WHERE d.rule IN (SELECT value FROM json_each(:rules))
UNION
SELECT g.case_id FROM deadline_gap AS g WHERE g.rule IN (SELECT value FROM json_each(:rules));
