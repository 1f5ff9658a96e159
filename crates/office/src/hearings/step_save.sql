INSERT INTO hearing_step (case_id, hearing_id, step, position, at_time, text)
VALUES (:case_id, :hearing_id, :step, :position, :at_time, coalesce(:text, ''))
ON CONFLICT (hearing_id, step) DO UPDATE
  SET at_time = CASE WHEN :keep_time THEN at_time ELSE excluded.at_time END, text = coalesce(:text, text);
