INSERT INTO hearing_participant (case_id, hearing_id, person_id, name, role, unit, notice_sent_on, notice_received_on,
                                 attended)
VALUES (:case_id, :hearing_id, :person_id, :name, :role, :unit, :notice_sent_on, :notice_received_on, :attended);
