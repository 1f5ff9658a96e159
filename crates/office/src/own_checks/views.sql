-- What a question may read, under names of its own: no numbers of identity, no addresses, no notes. Names are as they are told to who
-- asks (`told`); of the cases in `away` he is told nothing.
CREATE TEMP VIEW cases AS
SELECT s.case_id, s.register_no, s.number, told(s.case_id, s.title) AS title, s.line, s.function, s.category, s.cause, f.source,
       f.from_unit, f.received_on, s.accepted_on, s.closed_on, s.stage, s.outcome, s.is_open, d.name AS department, a.name AS handler, s.person_count,
       s.in_custody, s.is_minor, s.is_sensitive, s.last_act_on, s.last_act, s.next_due_on, s.next_due_rule, s.out_with, s.out_since
FROM main.case_state AS s
JOIN main.case_file AS f ON f.id = s.case_id
LEFT JOIN main.department AS d ON d.id = s.department_id
LEFT JOIN main.account AS a ON a.id = s.handler_id
WHERE s.case_id NOT IN (SELECT case_id FROM temp.away);

CREATE TEMP VIEW numbers AS
SELECT case_id, kind, number FROM main.case_number
WHERE case_id NOT IN (SELECT case_id FROM temp.away);

CREATE TEMP VIEW flags AS
SELECT case_id, flag FROM main.case_flag
WHERE case_id NOT IN (SELECT case_id FROM temp.away);

CREATE TEMP VIEW people AS
SELECT case_id, id AS person_id, position, role, kind, told(case_id, name) AS name, sex, birth, nationality, occupation, act_on,
       minor_at_act, prior_record, custody_place
FROM main.person
WHERE case_id NOT IN (SELECT case_id FROM temp.away);

CREATE TEMP VIEW charges AS
SELECT case_id, person_id, phase, charge_id, charge FROM main.person_charge
WHERE case_id NOT IN (SELECT case_id FROM temp.away);

CREATE TEMP VIEW measures AS
SELECT case_id, person_id, kind, decided_on, executed_on, expires_on, ended_on, decided_by, place FROM main.measure
WHERE case_id NOT IN (SELECT case_id FROM temp.away);

CREATE TEMP VIEW acts AS
SELECT case_id, id AS act_id, kind, on_day, person_id FROM main.act
WHERE case_id NOT IN (SELECT case_id FROM temp.away);

CREATE TEMP VIEW handlers AS
SELECT g.case_id, a.name, g.role, g.mode, g.started_on, g.ended_on
FROM main.assignment AS g JOIN main.account AS a ON a.id = g.account_id
WHERE g.case_id NOT IN (SELECT case_id FROM temp.away);

CREATE TEMP VIEW periods AS
SELECT case_id, rule, subject, person_id, trigger_on, by_whom, optional, due_on, safe_due_on, met_on, ended_on, is_open, in_custody
FROM main.deadline
WHERE case_id NOT IN (SELECT case_id FROM temp.away);

CREATE TEMP VIEW findings AS
SELECT case_id, check_id, subject, severity, from_day, until_day FROM main.finding
WHERE case_id NOT IN (SELECT case_id FROM temp.away);

CREATE TEMP VIEW hearings AS
SELECT case_id, id AS hearing_id, kind, basis, initiated_by, applied_on, approved_on, is_public, planned_on, held_on, venue, announced_on
FROM main.hearing
WHERE case_id NOT IN (SELECT case_id FROM temp.away);
