-- One finding; the values in the order of the columns.
INSERT INTO finding (case_id, check_id, subject, severity, from_day, until_day, values_json, fingerprint, other_case_id)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);
