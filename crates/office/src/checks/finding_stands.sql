-- The fingerprint of a finding that stands.
SELECT fingerprint FROM finding WHERE case_id = :case AND check_id = :check AND subject = :subject;
