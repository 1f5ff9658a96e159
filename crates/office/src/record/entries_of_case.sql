-- The newest entries before ?2 that touched case ?1, newest first. Index: primary key of journal_case.
SELECT j.*
  FROM journal_case AS c
  JOIN journal AS j ON j.entry = c.entry
 WHERE c.case_id = ?1 AND c.entry < ifnull(?2, 9223372036854775807)
 ORDER BY c.entry DESC LIMIT ?3;
