-- How many findings of :day on a row of case_state nobody has answered.
SELECT count(*) FROM finding AS f
 WHERE f.case_id = case_state.case_id AND f.from_day <= :day AND f.until_day >= :day
   AND NOT EXISTS (SELECT 1 FROM finding_answer AS w
                    WHERE w.case_id = f.case_id AND w.check_id = f.check_id AND w.subject = f.subject
                      AND w.fingerprint = f.fingerprint)
