-- A measure entered on a person's card.
INSERT INTO measure (case_id, person_id, kind, decided_on, executed_on, expires_on, ended_on, decided_by, place, reason, deposit)
VALUES (:case_id, :person_id, :kind, :decided_on, :executed_on, :expires_on, :ended_on, :decided_by, :place, :reason, :deposit);
