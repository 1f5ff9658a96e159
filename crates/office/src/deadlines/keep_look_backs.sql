-- The look-backs after hearings that nobody has recorded yet stand beside the due dates of these cases.
INSERT INTO deadline (case_id, rule, subject, trigger_on, trigger_act, person_id, by_whom, optional, due_on, safe_due_on,
                      amber_on, red_on, met_on, met_by, ended_on, paused_since, is_open, in_custody, calendar_missing)
SELECT e.case_id, :rule, 'hearing:' || e.hearing_id, e.recorded_on, NULL, NULL, 'office', 0, e.follow_up_on, e.follow_up_on,
       date(e.follow_up_on, '-' || :warn_days || ' days'), e.follow_up_on, NULL, NULL, NULL, NULL, 1, 0, NULL
  FROM json_each(:cases) AS asked
  JOIN hearing_effect AS e ON e.case_id = asked.value
  JOIN hearing AS h ON h.id = e.hearing_id AND h.cancelled_on IS NULL
 WHERE e.follow_up_on IS NOT NULL AND e.follow_up = '';
