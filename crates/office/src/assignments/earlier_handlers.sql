-- Who handled cases of the same matter as case :case.
SELECT DISTINCT g.account_id
  FROM case_link AS l
  JOIN assignment AS g
    ON g.case_id = CASE WHEN l.case_id = :case THEN l.other_case_id ELSE l.case_id END AND g.role = 'handler'
 WHERE (l.case_id = :case OR l.other_case_id = :case) AND l.kind = 'same_matter'
 ORDER BY g.account_id;
