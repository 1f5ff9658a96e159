-- Due dates as they stand on :day, in the order of the day to finish by; or how many stand how, how many on each day, how
-- many in each group. Index: deadline_open; the plus signs keep the engine from taking the key instead.
WITH asked AS (SELECT :day, :case, :from, :until, :rule, :kinds, :by_whom, :line, :department, :handler, :staff, :person, :custody,
                      :out_with, :states, :since, :after_due, :after_case, :after_rule, :after_subject, :after_trigger, :limit),
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
         END AS state,
         CASE substr(d.subject, 1, instr(d.subject || ':', ':') - 1)
           WHEN 'person' THEN 'person'
           WHEN 'measure' THEN 'measure'
           WHEN 'act' THEN 'paper'
           WHEN 'hearing' THEN 'hearing'
           WHEN 'reminder' THEN 'reminder'
           ELSE 'case'
         END AS kind,
         CASE WHEN d.rule = 'reminder' THEN CAST(substr(d.subject, 10) AS INTEGER) END AS reminder
    FROM deadline AS d
   WHERE +d.case_id > 0
     AND d.is_open = 1 -- if open
     AND d.case_id = :case -- if case
     AND d.safe_due_on >= :from -- if from
     AND d.safe_due_on <= :until -- if until
     AND d.rule = :rule -- if rule
     AND d.by_whom = :by_whom -- if by
     AND d.person_id = :person -- if person
     AND d.in_custody = :custody -- if custody
)
SELECT s.state, count(*) AS number -- if counts
SELECT s.safe_due_on, count(*) AS number -- if days
SELECT CAST(n.account_id AS TEXT) AS key, h.name AS name, s.state, count(*) AS number -- if by_handler
SELECT CAST(cs.department_id AS TEXT) AS key, dp.name AS name, s.state, count(*) AS number -- if by_department
SELECT s.kind AS key, NULL AS name, s.state, count(*) AS number -- if by_kind
SELECT s.rule AS key, NULL AS name, s.state, count(*) AS number -- if by_rule
SELECT s.*, c.register_no, c.title, c.line, c.category, dp.name AS department, p.name AS person, h.name AS handler, -- if rows
       n.account_id AS handler_id, cs.out_with, cs.out_since, r.text AS reminder_text, -- if rows
       (SELECT max(b.to_day) FROM absence AS b -- if rows
         WHERE b.account_id = n.account_id AND s.safe_due_on BETWEEN b.from_day AND b.to_day) AS handler_away_until -- if rows
  FROM standing AS s
  JOIN case_file AS c ON c.id = s.case_id -- if with_case
  JOIN case_state AS cs ON cs.case_id = s.case_id -- if with_state
  LEFT JOIN assignment AS n ON n.case_id = s.case_id AND n.role = 'handler' AND n.ended_on IS NULL -- if with_handler
  LEFT JOIN account AS h ON h.id = n.account_id -- if with_handler
  LEFT JOIN department AS dp ON dp.id = cs.department_id -- if with_state
  LEFT JOIN person AS p ON p.id = s.person_id -- if rows
  LEFT JOIN reminder AS r ON r.id = s.reminder -- if with_reminder
 WHERE +s.case_id > 0
   AND s.state IN (SELECT value FROM json_each(:states)) -- if states
   AND s.kind IN (SELECT value FROM json_each(:kinds)) -- if kinds
   AND c.line = :line -- if line
   AND cs.department_id = :department -- if department
   AND n.account_id = :handler -- if handler
   AND (r.account_id = :staff OR (s.reminder IS NULL AND EXISTS (SELECT 1 FROM assignment AS m WHERE m.case_id = s.case_id AND m.account_id = :staff AND m.ended_on IS NULL))) -- if staff
   AND cs.out_with = :out_with -- if out
   AND CASE s.state WHEN 'amber' THEN s.amber_on WHEN 'red' THEN s.red_on WHEN 'last_day' THEN s.due_on WHEN 'overdue' THEN date(s.due_on, '+1 day') END > :since -- if since
   AND (s.safe_due_on, s.case_id, s.rule, s.subject, s.trigger_on) > (:after_due, :after_case, :after_rule, :after_subject, :after_trigger) -- if after
 GROUP BY s.state -- if counts
 GROUP BY s.safe_due_on ORDER BY s.safe_due_on -- if days
 GROUP BY 1, s.state ORDER BY 2, 1, s.state -- if groups
 ORDER BY s.safe_due_on, s.case_id, s.rule, s.subject, s.trigger_on -- if rows
 LIMIT :limit -- if rows
