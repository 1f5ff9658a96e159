-- One due date; the values in the order of the columns.
INSERT INTO deadline (case_id, rule, subject, trigger_on, trigger_act, person_id, by_whom, optional, due_on, safe_due_on,
                      amber_on, red_on, met_on, met_by, ended_on, paused_since, is_open, in_custody, calendar_missing)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19);
