-- The cases with a time limit that runs over some day between :first and :last, or ends there. A limit counted back has
-- its last day before its trigger.
SELECT DISTINCT d.case_id
  FROM deadline AS d
 WHERE max(d.trigger_on, d.due_on) >= :first
   AND min(d.trigger_on, d.due_on, d.safe_due_on) <= :last;
