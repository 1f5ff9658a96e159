-- What everybody carries on :day; :in_7 is seven days later. Index: assignment_carried.
WITH carried AS (
  SELECT g.account_id, g.case_id, s.in_custody, s.out_with,
         EXISTS (SELECT 1 FROM deadline AS d
                  WHERE d.case_id = g.case_id AND d.is_open = 1 AND d.optional = 0 AND d.rule <> 'reminder' AND d.by_whom = 'office' AND d.due_on < :day) AS overdue,
         EXISTS (SELECT 1 FROM deadline AS d
                  WHERE d.case_id = g.case_id AND d.is_open = 1 AND d.rule <> 'reminder' AND d.by_whom = 'office' AND d.due_on >= :day AND d.safe_due_on <= :in_7) AS due_7,
         EXISTS (SELECT 1 FROM finding AS f
                  WHERE f.case_id = g.case_id AND f.from_day <= :day AND f.until_day >= :day
                    AND NOT EXISTS (SELECT 1 FROM finding_answer AS w
                                     WHERE w.case_id = f.case_id AND w.check_id = f.check_id
                                       AND w.subject = f.subject AND w.fingerprint = f.fingerprint)) AS unchecked
    FROM assignment AS g
    JOIN case_state AS s ON s.case_id = g.case_id AND s.is_open
   WHERE g.ended_on IS NULL AND g.role = 'handler'
)
SELECT a.id AS account_id, a.login, a.name, ifnull(p.name, '') AS department, a.on_duty, a.case_cap,
       EXISTS (SELECT 1 FROM absence AS b WHERE b.account_id = a.id AND :day BETWEEN b.from_day AND b.to_day) AS away,
       count(c.case_id) AS open,
       ifnull(sum(c.in_custody), 0) AS in_custody,
       ifnull(sum(c.overdue), 0) AS overdue,
       ifnull(sum(c.due_7), 0) AS due_7,
       ifnull(sum(c.out_with <> ''), 0) AS out,
       ifnull(sum(c.unchecked), 0) AS unchecked
  FROM account AS a
  LEFT JOIN department AS p ON p.id = a.department_id
  LEFT JOIN carried AS c ON c.account_id = a.id
 WHERE (a.in_quota AND (a.ended_on IS NULL OR a.ended_on >= :day)) OR c.case_id IS NOT NULL
 GROUP BY a.id
 ORDER BY ifnull(p.position, 1000), a.id;
