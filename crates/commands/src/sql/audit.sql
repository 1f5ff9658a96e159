-- Entries before ?1, from day ?2 to day ?3, of action ?4, by a person ?5, with a text ?6, newest first, at most ?8. Who is blind (?7)
-- to cases does not find by what was said of them. Nobody finds an entry of which nothing stays since a case was sealed.
SELECT j.entry, j.at, j.day, j.person, j.workstation, j.action, j.reason, j.detail, j.undoes, j.signed_by <> '' AS signed,
       length(j.changeset) > 0 AS changed,
       (EXISTS (SELECT 1 FROM journal_case AS c WHERE c.entry = j.entry) OR ifnull(j.detail ->> '$.case', '') <> '') AS of_case,
       (?6 IS NOT NULL AND CAST(j.entry AS TEXT) <> ?6 AND lower(hex(j.hash)) <> ?6) AS by_words
  FROM journal AS j
 WHERE j.entry < ifnull(?1, 9223372036854775807) AND j.action <> 'case_seal'
   AND NOT EXISTS (SELECT 1 FROM entry_redaction AS r WHERE r.entry = j.entry AND r.hidden = 1)
   AND (?2 IS NULL OR j.day >= ?2)
   AND (?3 IS NULL OR j.day <= ?3)
   AND (?4 IS NULL OR j.action = ?4)
   AND (?5 IS NULL OR instr(j.person, ?5) > 0)
   AND (?6 IS NULL OR (NOT ?7 AND (instr(j.detail, ?6) > 0 OR instr(j.reason, ?6) > 0))
        OR CAST(j.entry AS TEXT) = ?6 OR lower(hex(j.hash)) = ?6)
 ORDER BY j.entry DESC
 LIMIT ?8;
