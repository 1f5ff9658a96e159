-- Cases whose findings may change with these cases: a finding of theirs names one of them, or they share a department
-- number, an identity number or a link with one. A check that reads other cases finds them by one of these ways, and
-- a finding that exists because of another case names it.
WITH scope(case_id) AS (SELECT value FROM json_each(:cases))
SELECT f.case_id FROM scope JOIN finding AS f ON f.other_case_id = scope.case_id
UNION
SELECT other.case_id
  FROM scope
  JOIN case_number AS own ON own.case_id = scope.case_id AND own.kind = 'department'
  JOIN case_number AS other ON other.normalised = own.normalised AND other.kind = 'department'
UNION
SELECT other.case_id
  FROM scope
  JOIN person AS own ON own.case_id = scope.case_id AND own.id_number <> ''
  JOIN person AS other ON other.id_number = own.id_number AND other.id_number <> ''
UNION
SELECT l.other_case_id FROM scope JOIN case_link AS l ON l.case_id = scope.case_id
UNION
SELECT l.case_id FROM scope JOIN case_link AS l ON l.other_case_id = scope.case_id;
