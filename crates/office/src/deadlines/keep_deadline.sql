-- One due date where it is not so already; the values in the order of the columns.
INSERT INTO deadline (case_id, rule, subject, trigger_on, trigger_act, person_id, by_whom, optional, due_on, safe_due_on,
                      amber_on, red_on, met_on, met_by, ended_on, paused_since, is_open, in_custody, calendar_missing)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
    ON CONFLICT (case_id, rule, subject, trigger_on) DO UPDATE
   SET (trigger_act, person_id, by_whom, optional, due_on, safe_due_on, amber_on, red_on, met_on, met_by, ended_on,
        paused_since, is_open, in_custody, calendar_missing) =
       (excluded.trigger_act, excluded.person_id, excluded.by_whom, excluded.optional, excluded.due_on,
        excluded.safe_due_on, excluded.amber_on, excluded.red_on, excluded.met_on, excluded.met_by,
        excluded.ended_on, excluded.paused_since, excluded.is_open, excluded.in_custody, excluded.calendar_missing)
 WHERE (deadline.trigger_act, deadline.person_id, deadline.by_whom, deadline.optional, deadline.due_on,
        deadline.safe_due_on, deadline.amber_on, deadline.red_on, deadline.met_on, deadline.met_by,
        deadline.ended_on, deadline.paused_since, deadline.is_open, deadline.in_custody, deadline.calendar_missing) IS NOT
       (excluded.trigger_act, excluded.person_id, excluded.by_whom, excluded.optional, excluded.due_on,
        excluded.safe_due_on, excluded.amber_on, excluded.red_on, excluded.met_on, excluded.met_by,
        excluded.ended_on, excluded.paused_since, excluded.is_open, excluded.in_custody, excluded.calendar_missing);
