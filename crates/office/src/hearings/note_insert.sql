INSERT INTO hearing_note (case_id, hearing_id, step, kind, speaker, at_time, text)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);
