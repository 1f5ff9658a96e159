-- How many time limits wait for a length that the office has to set.
SELECT g.rule, count(*) AS number FROM deadline_gap AS g WHERE g.code = 'period_setting_missing' GROUP BY g.rule;
