-- One finding.
INSERT INTO finding (case_id, check_id, subject, severity, from_day, until_day, values_json, fingerprint, other_case_id)
VALUES (:case, :check, :subject, :severity, :from, :until, :values, :fingerprint, :other_case);
