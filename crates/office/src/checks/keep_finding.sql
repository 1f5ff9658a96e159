-- One finding where it is not so already; the values in the order of the columns.
INSERT INTO finding (case_id, check_id, subject, severity, from_day, until_day, values_json, fingerprint, other_case_id)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
    ON CONFLICT (case_id, check_id, subject) DO UPDATE
   SET (severity, from_day, until_day, values_json, fingerprint, other_case_id) =
       (excluded.severity, excluded.from_day, excluded.until_day, excluded.values_json, excluded.fingerprint,
        excluded.other_case_id)
 WHERE (finding.severity, finding.from_day, finding.until_day, finding.values_json, finding.fingerprint,
        finding.other_case_id) IS NOT
       (excluded.severity, excluded.from_day, excluded.until_day, excluded.values_json, excluded.fingerprint,
        excluded.other_case_id);
