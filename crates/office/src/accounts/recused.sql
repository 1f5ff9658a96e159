-- What account :account declared that case :case meets: a person by name or identity number, the sending unit, the case itself.
SELECT 1
  FROM declared_conflict AS c
 WHERE c.account_id = :account
   AND CASE c.kind
         WHEN 'person' THEN EXISTS (SELECT 1 FROM person AS p
                                     WHERE p.case_id = :case AND (p.name = c.value OR p.id_number = c.value))
         WHEN 'unit' THEN EXISTS (SELECT 1 FROM case_file AS f WHERE f.id = :case AND f.from_unit = c.value)
              OR EXISTS (SELECT 1 FROM person AS p WHERE p.case_id = :case AND p.kind = 'unit' AND p.name = c.value)
         ELSE EXISTS (SELECT 1 FROM case_file AS f WHERE f.id = :case AND f.register_no = c.value)
              OR EXISTS (SELECT 1 FROM case_number AS n WHERE n.case_id = :case AND n.number = c.value)
       END
 LIMIT 1;
