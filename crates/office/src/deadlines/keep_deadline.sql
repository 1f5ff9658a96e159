INSERT INTO deadline (case_id, rule, subject, trigger_on, trigger_act, person_id, by_whom, optional, due_on, safe_due_on,
                      amber_on, red_on, met_on, met_by, ended_on, paused_since, is_open, in_custody, calendar_missing)
VALUES (:case, :rule, :subject, :trigger_on, :trigger_act, :person, :by_whom, :optional, :due_on, :safe_due_on,
        :amber_on, :red_on, :met_on, :met_by, :ended_on, :paused_since, :is_open, :in_custody, :calendar_missing);
