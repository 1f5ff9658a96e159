-- The columns that say to which case a row belongs, or about which case it is.
SELECT t.name, c.cid
  FROM sqlite_schema AS t, pragma_table_info(t.name) AS c
 WHERE t.type = 'table'
   AND (c.name = 'case_id' OR (t.name = 'case_link' AND c.name = 'other_case_id')
        OR (t.name = 'intake_refusal' AND c.name = 'accepted_case_id'));
