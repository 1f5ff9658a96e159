-- A new person at the end of the card; `:id` is nothing yet.
INSERT INTO person (id, case_id, position, role, kind, name, alias, sex, birth, id_type, id_number, no_id_reason, ethnicity,
                    nationality, residence, occupation, act_on, minor_at_act, prior_record, custody_place, note, card)
VALUES (:id, :case_id, (SELECT ifnull(max(position), 0) + 1 FROM person WHERE case_id = :case_id), :role, :kind, :name,
        :alias, :sex, :birth, :id_type, :id_number, :no_id_reason, :ethnicity, :nationality, :residence, :occupation,
        :act_on, :minor_at_act, :prior_record, :custody_place, :note, ifnull(:card, '{}'));
