-- A new case.
INSERT INTO case_file (register_no, line, category, title, cause_code, cause, source, from_unit, received_on, accepted_on,
                       department_id, summary, checklist, card, registered_by)
VALUES (:register_no, :line, :category, :title, :cause_code, :cause, :source, :from_unit, :received_on, :accepted_on,
        :department_id, :summary, :checklist, :card, :registered_by);
