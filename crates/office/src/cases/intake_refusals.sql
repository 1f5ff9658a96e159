-- What was returned for completion or refused from :from to :to, newest first; or the one with :id.
SELECT r.id, r.on_day, r.outcome, r.reason, r.reason_text, r.category, r.title, r.from_unit, r.number, r.persons, r.account_id,
       ifnull(a.name, '') AS by, r.accepted_case_id, c.register_no AS accepted_register_no
  FROM intake_refusal AS r
  LEFT JOIN account AS a ON a.id = r.account_id
  LEFT JOIN case_file AS c ON c.id = r.accepted_case_id
 WHERE r.id = :id OR (:id IS NULL AND r.on_day BETWEEN :from AND :to)
 ORDER BY r.on_day DESC, r.id DESC;
