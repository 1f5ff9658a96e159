-- An answer; a second one to the same values takes the place of the first.
INSERT INTO finding_answer (case_id, check_id, subject, fingerprint, answer, reason, on_day, account_id)
VALUES (:case, :check, :subject, :fingerprint, :answer, :reason, :day, :account)
ON CONFLICT (case_id, check_id, subject, fingerprint)
DO UPDATE SET answer = excluded.answer, reason = excluded.reason, on_day = excluded.on_day, account_id = excluded.account_id;
