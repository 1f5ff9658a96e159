-- The cases that what account ?1 declared is met by: a person by name or identity number, the sending unit, the case itself.
SELECT p.case_id
  FROM declared_conflict AS c
  JOIN person AS p ON p.name = c.value OR (c.kind = 'person' AND p.id_number = c.value)
 WHERE c.account_id = ?1 AND (c.kind = 'person' OR (c.kind = 'unit' AND p.kind = 'unit'))
UNION
SELECT f.id
  FROM declared_conflict AS c
  JOIN case_file AS f ON (c.kind = 'unit' AND f.from_unit = c.value) OR (c.kind = 'case' AND f.register_no = c.value)
 WHERE c.account_id = ?1
UNION
SELECT n.case_id
  FROM declared_conflict AS c
  JOIN case_number AS n ON c.kind = 'case' AND n.number = c.value
 WHERE c.account_id = ?1;
