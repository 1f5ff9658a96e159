-- What everybody carries on :day. The pieces in braces are the cases that the lists behind the figures show.
WITH carried AS (
  SELECT s.handler_id AS account_id, s.case_id, s.in_custody, s.out_with,
         s.case_id IN ({overdue}) AS overdue, s.case_id IN ({due_soon}) AS due_7, s.case_id IN ({unchecked}) AS unchecked
    FROM case_state AS s
   WHERE s.is_open AND s.handler_id IS NOT NULL
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
