-- The notes on a case, oldest first.
SELECT n.id, n.on_day, ifnull(a.name, '') AS by, n.text
  FROM note AS n
  LEFT JOIN account AS a ON a.id = n.account_id
 WHERE n.case_id = ?1
 ORDER BY n.id;
