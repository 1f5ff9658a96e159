DELETE FROM finding_answer
 WHERE case_id = :case AND check_id = :check AND subject = :subject AND fingerprint = :fingerprint;
