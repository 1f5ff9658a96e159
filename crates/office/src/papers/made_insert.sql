INSERT INTO paper_made (case_id, hearing_id, paper, name, form, on_day, made_by, digest)
VALUES (:case_id, :hearing_id, :paper, :name, :form, :on_day, :made_by, :digest);
