-- One person as the form takes it.
SELECT id, role, name, kind, alias, sex, birth, id_type, id_number, no_id_reason, ethnicity, nationality, residence,
       occupation, act_on, minor_at_act, prior_record, custody_place, note, card
  FROM person
 WHERE id = ?1;
