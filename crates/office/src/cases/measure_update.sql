-- All that is said of a measure.
UPDATE measure
   SET kind = :kind, decided_on = :decided_on, executed_on = :executed_on, expires_on = :expires_on, ended_on = :ended_on,
       decided_by = :decided_by, place = :place, reason = :reason, deposit = :deposit
 WHERE id = :id;
