-- Reminders stand beside the due dates of these cases.
INSERT INTO deadline (case_id, rule, subject, trigger_on, trigger_act, person_id, by_whom, optional, due_on, safe_due_on,
                      amber_on, red_on, met_on, met_by, ended_on, paused_since, is_open, in_custody, calendar_missing)
SELECT r.case_id, :rule, 'reminder:' || r.id, r.made_on, NULL,
       CASE WHEN r.subject LIKE 'person:%' THEN CAST(substr(r.subject, 8) AS INTEGER) END, 'office', 0,
       r.due_on, r.due_on, date(r.due_on, '-' || r.warn_days || ' days'), r.due_on, r.done_on, NULL, NULL, NULL,
       r.done_on IS NULL, 0, NULL
  FROM json_each(:cases) AS asked
  JOIN reminder AS r ON r.case_id = asked.value;
