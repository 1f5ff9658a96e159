-- Twice the same is once enough.
INSERT INTO deadline_gap (case_id, rule, subject, trigger_on, code, act_id)
VALUES (:case, :rule, :subject, :trigger_on, :code, coalesce(:act, 0))
ON CONFLICT DO NOTHING;
