-- All that is said of a person; a card that is not given stays.
UPDATE person
   SET role = :role, kind = :kind, name = :name, alias = :alias, sex = :sex, birth = :birth, id_type = :id_type,
       id_number = :id_number, no_id_reason = :no_id_reason, ethnicity = :ethnicity, nationality = :nationality,
       residence = :residence, occupation = :occupation, act_on = :act_on, minor_at_act = :minor_at_act,
       prior_record = :prior_record, custody_place = :custody_place, note = :note, card = ifnull(:card, card)
 WHERE id = :id AND case_id = :case_id;
