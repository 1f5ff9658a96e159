-- All that can change in the head of a case.
UPDATE case_file
   SET line = :line, category = :category, title = :title, cause_code = :cause_code, cause = :cause, source = :source,
       from_unit = :from_unit, received_on = :received_on, accepted_on = :accepted_on, department_id = :department_id,
       summary = :summary, checklist = :checklist, card = :card
 WHERE id = :id;
