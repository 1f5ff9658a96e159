-- The arrest decided last against a person and not carried out yet.
SELECT id
  FROM measure
 WHERE person_id = ?1 AND kind = 'arrest' AND executed_on IS NULL AND ended_on IS NULL
 ORDER BY decided_on DESC, id DESC
 LIMIT 1;
