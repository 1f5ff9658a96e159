-- The newest entries before ?2 that touched case ?1, newest first; none of which nothing stays since a case was sealed. Index: primary key of journal_case.
SELECT j.*
  FROM journal_case AS c
  JOIN journal AS j ON j.entry = c.entry
 WHERE c.case_id = ?1 AND c.entry < ifnull(?2, 9223372036854775807)
   AND NOT EXISTS (SELECT 1 FROM entry_redaction AS r WHERE r.entry = j.entry AND r.hidden = 1)
 ORDER BY c.entry DESC LIMIT ?3;
