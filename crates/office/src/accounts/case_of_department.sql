-- Whether a case (?1) stands in a department (?2), or somebody of it handles the case now.
SELECT 1
  FROM case_file AS c
 WHERE c.id = ?1
   AND (c.department_id = ?2
        OR EXISTS (SELECT 1 FROM assignment AS g JOIN account AS a ON a.id = g.account_id
                    WHERE g.case_id = c.id AND g.role = 'handler' AND g.ended_on IS NULL AND a.department_id = ?2));
