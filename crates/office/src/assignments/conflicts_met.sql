-- Declared conflicts that case :case meets: a person of the case by name or identity number, the sending unit, the case itself.
SELECT c.account_id, c.value
  FROM declared_conflict AS c
 WHERE (c.kind = 'person' AND EXISTS (SELECT 1 FROM person AS p
                                       WHERE p.case_id = :case AND (p.name = c.value OR p.id_number = c.value)))
    OR (c.kind = 'unit' AND EXISTS (SELECT 1 FROM case_file AS f WHERE f.id = :case AND f.from_unit = c.value))
    OR (c.kind = 'unit' AND EXISTS (SELECT 1 FROM person AS p
                                     WHERE p.case_id = :case AND p.kind = 'unit' AND p.name = c.value))
    OR (c.kind = 'case' AND EXISTS (SELECT 1 FROM case_file AS f WHERE f.id = :case AND f.register_no = c.value))
    OR (c.kind = 'case' AND EXISTS (SELECT 1 FROM case_number AS n WHERE n.case_id = :case AND n.number = c.value))
 ORDER BY c.account_id, c.id;
