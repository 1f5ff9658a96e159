INSERT INTO assignment (case_id, account_id, role, mode, reason, reason_text, decided_by, draw_id, started_on)
VALUES (:case_id, :account_id, :role, :mode, :reason, :reason_text, :decided_by, :draw_id, :started_on);
