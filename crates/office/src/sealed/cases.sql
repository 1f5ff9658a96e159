-- The cases that lie sealed.
SELECT s.case_id, c.register_no, c.title, ifnull(t.persons, '') AS persons, s.sealed_on, s.sealed_by, s.ground, s.authority,
       s.reason, s.joint_reason
  FROM sealed_case AS s
  JOIN case_file AS c ON c.id = s.case_id
  LEFT JOIN case_state AS t ON t.case_id = s.case_id
 ORDER BY c.register_no;
