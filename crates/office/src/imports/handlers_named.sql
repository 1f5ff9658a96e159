-- Who is meant by a name; who has left on ?2 is meant only where the case is over (?3), for nobody would have an open one before him.
SELECT id
  FROM account
 WHERE (name = ?1 OR login = ?1)
   AND (?3 OR ended_on IS NULL OR ended_on >= ?2)
