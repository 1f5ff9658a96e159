-- The cases that :account handles or assists in now, and those of :department: they stand in it, or somebody of it handles them now.
SELECT case_id FROM assignment WHERE account_id = :account AND ended_on IS NULL
UNION SELECT id FROM case_file WHERE department_id = :department
UNION SELECT g.case_id
  FROM account AS a
  JOIN assignment AS g ON g.account_id = a.id
 WHERE a.department_id = :department AND g.role = 'handler' AND g.ended_on IS NULL;
