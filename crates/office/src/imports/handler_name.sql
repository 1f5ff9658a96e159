SELECT account.id, account.name FROM assignment JOIN account ON account.id = assignment.account_id
WHERE assignment.case_id = ?1 AND assignment.role = 'handler' AND assignment.ended_on IS NULL
