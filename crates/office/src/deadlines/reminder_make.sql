INSERT INTO reminder (case_id, subject, account_id, text, made_on, due_on, warn_days, made_by)
VALUES (:case, :subject, :account, :text, :made_on, :due, :warn_days, :made_by);
