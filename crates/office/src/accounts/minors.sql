-- People who may have been minors, each with what tells it: the case they stand in decides.
SELECT p.case_id, p.name, p.alias, p.birth, p.minor_at_act, f.accepted_on
  FROM person AS p
  JOIN case_file AS f ON f.id = p.case_id
 WHERE p.kind = 'natural' AND (p.minor_at_act = 1 OR p.birth > date(f.accepted_on, '-30 years'));
