-- The numbers of case ?1 that no other case has.
SELECT n.number
  FROM case_number AS n
 WHERE n.case_id = ?1
   AND NOT EXISTS (SELECT 1 FROM case_number AS o WHERE o.normalised = n.normalised AND o.case_id <> ?1)
 ORDER BY n.id;
