SELECT c.register_no, other.starts_at, other.ends_at
  FROM hearing AS this
  JOIN hearing AS other
    ON other.held_on = this.held_on AND other.id <> this.id
   AND other.starts_at < this.ends_at AND other.ends_at > this.starts_at
  JOIN hearing_state AS state ON state.hearing_id = other.id
  JOIN case_file AS c ON c.id = other.case_id
 WHERE this.id = :hearing
   AND state.status NOT IN ('cancelled', 'refused')
   AND EXISTS (SELECT 1 FROM hearing_seat AS seat
                WHERE seat.hearing_id = other.id AND seat.officer_id = :officer AND seat.dropped_on IS NULL)
 ORDER BY other.id;
