-- Every case that lies sealed, with what was said when it was: which of them stands in the record too is asked there.
SELECT s.case_id, s.state, s.ground, s.authority, s.reason, s.joint_reason, c.register_no
  FROM sealed_case AS s
  JOIN case_file AS c ON c.id = s.case_id
 ORDER BY s.case_id;
