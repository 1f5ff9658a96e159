-- A measure that an act took.
INSERT INTO measure (case_id, person_id, kind, decided_on, executed_on, expires_on, decided_by, place, deposit, act_id)
VALUES (:case_id, :person_id, :kind, :decided_on, :executed_on, :expires_on, :decided_by, :place, :deposit, :act_id);
