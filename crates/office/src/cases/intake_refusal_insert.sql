-- Something brought in that was not accepted.
INSERT INTO intake_refusal (on_day, outcome, reason, reason_text, category, title, from_unit, number, persons, checklist,
                            account_id)
VALUES (:on_day, :outcome, :reason, :reason_text, :category, :title, :from_unit, :number, :persons, :checklist, :account_id);
