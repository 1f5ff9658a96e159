INSERT INTO hearing_step (case_id, hearing_id, step, position, at_time, text)
VALUES (:case_id, :hearing_id, :step, :position, :at_time, :text)
ON CONFLICT (hearing_id, step) DO UPDATE SET at_time = excluded.at_time, text = excluded.text;
