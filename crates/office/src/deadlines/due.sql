-- Due dates as they stand on :day, in the order of the day to finish by; or how many stand how, or how many on each day. Index: deadline_open.
WITH asked AS (SELECT :case, :from, :until, :rule, :by_whom, :line, :department, :handler, :states,
                      :after_due, :after_case, :after_rule, :after_subject, :after_trigger, :limit),
standing AS (
  SELECT d.*,
         CASE
           WHEN d.met_on IS NOT NULL THEN CASE WHEN d.met_on <= d.due_on OR d.optional = 1 THEN 'met' ELSE 'met_late' END
           WHEN d.ended_on <= :day THEN 'ended'
           WHEN d.paused_since <= :day THEN 'paused'
           WHEN d.due_on < :day THEN CASE d.optional WHEN 1 THEN 'lapsed' ELSE 'overdue' END
           WHEN d.due_on = :day THEN 'last_day'
           WHEN d.red_on <= :day THEN 'red'
           WHEN d.amber_on <= :day THEN 'amber'
           ELSE 'quiet'
         END AS state
    FROM deadline AS d
   WHERE d.case_id > 0
     AND d.is_open = 1 -- if open
     AND d.case_id = :case -- if case
     AND d.safe_due_on >= :from -- if from
     AND d.safe_due_on <= :until -- if until
     AND d.rule = :rule -- if rule
     AND d.by_whom = :by_whom -- if by
)
SELECT s.state, count(*) AS number -- if counts
SELECT s.safe_due_on, count(*) AS number -- if days
SELECT s.*, c.register_no, c.title, c.line, c.category, p.name AS person, h.name AS handler -- if rows
  FROM standing AS s
  JOIN case_file AS c ON c.id = s.case_id
  LEFT JOIN assignment AS n ON n.case_id = s.case_id AND n.role = 'handler' AND n.ended_on IS NULL
  LEFT JOIN account AS h ON h.id = n.account_id
  LEFT JOIN person AS p ON p.id = s.person_id
 WHERE s.case_id > 0
   AND s.state IN (SELECT value FROM json_each(:states)) -- if states
   AND c.line = :line -- if line
   AND c.department_id = :department -- if department
   AND n.account_id = :handler -- if handler
   AND (s.safe_due_on, s.case_id, s.rule, s.subject, s.trigger_on) > (:after_due, :after_case, :after_rule, :after_subject, :after_trigger) -- if after
 GROUP BY s.state -- if counts
 GROUP BY s.safe_due_on ORDER BY s.safe_due_on -- if days
 ORDER BY s.safe_due_on, s.case_id, s.rule, s.subject, s.trigger_on -- if rows
 LIMIT :limit -- if rows
