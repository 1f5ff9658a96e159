-- Rooms and people that other hearings have at the time asked about.
WITH other AS (
  SELECT h.id, h.chair_id, h.venue, h.place, h.starts_at, h.ends_at, c.register_no
    FROM hearing AS h
    JOIN hearing_state AS state ON state.hearing_id = h.id
    JOIN case_file AS c ON c.id = h.case_id
   WHERE h.held_on = :held_on AND h.id IS NOT :hearing AND state.status NOT IN ('cancelled', 'refused')
     AND h.starts_at < :ends_at AND h.ends_at > :starts_at
)
SELECT 'room' AS code, other.place AS about, other.register_no, other.starts_at, other.ends_at
  FROM other
 WHERE other.venue = 'hearing_room' AND :venue = 'hearing_room' AND other.place = :place AND :place <> ''
UNION ALL
SELECT 'chair', a.name, other.register_no, other.starts_at, other.ends_at
  FROM other
  JOIN account AS a ON a.id = other.chair_id
 WHERE other.chair_id = :chair
UNION ALL
SELECT 'officer', mine.name, other.register_no, other.starts_at, other.ends_at
  FROM other
  JOIN hearing_seat AS theirs ON theirs.hearing_id = other.id AND theirs.dropped_on IS NULL
  JOIN hearing_seat AS mine ON mine.hearing_id = :hearing AND mine.officer_id = theirs.officer_id AND mine.dropped_on IS NULL
UNION ALL
SELECT 'participant', mine.name, other.register_no, other.starts_at, other.ends_at
  FROM other
  JOIN hearing_participant AS theirs ON theirs.hearing_id = other.id
  JOIN hearing_participant AS mine ON mine.hearing_id = :hearing AND mine.name = theirs.name AND mine.unit = theirs.unit;
