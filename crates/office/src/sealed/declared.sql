-- What account ?1 declared an interest in, as a list of kinds and values.
SELECT json_group_array(json_object('kind', kind, 'value', value)) FROM declared_conflict WHERE account_id = ?1;
