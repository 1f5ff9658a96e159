SELECT c.register_no, other.starts_at, other.ends_at
  FROM hearing AS this
  JOIN hearing AS other
    ON other.held_on = this.held_on AND other.id <> this.id
   AND other.starts_at < this.ends_at AND other.ends_at > this.starts_at
  JOIN hearing_state AS state ON state.hearing_id = other.id
  JOIN case_file AS c ON c.id = other.case_id
 WHERE this.id = :hearing
   AND state.status NOT IN ('cancelled', 'refused')
   AND other.chair_id = this.chair_id
 ORDER BY other.id;
