-- The checks ask which acts of a kind a case has: the index answers without the acts themselves.
DROP INDEX act_of;
CREATE INDEX act_of ON act (case_id, kind, on_day, person_id);
