-- The natural persons of case ?1; as minors.sql.
SELECT p.case_id, p.name, p.alias, p.birth, p.minor_at_act, f.accepted_on
  FROM person AS p
  JOIN case_file AS f ON f.id = p.case_id
 WHERE p.kind = 'natural' AND p.case_id = ?1;
