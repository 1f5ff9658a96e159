INSERT INTO act (case_id, kind, on_day, fields, recorded_by) VALUES (:case_id, :kind, :on_day, :fields, :recorded_by);
