UPDATE hearing
   SET began_at = :began_at, ended_at = :ended_at, times_unknown = :times_unknown, majority = :majority,
       announced_on = :announced_on, announced_in = :announced_in, recording = :recording, transcript = :transcript,
       decision = :decision, decision_reasons = :decision_reasons, decided_on = :decided_on,
       on_the_spot = :on_the_spot, adopted = :adopted, reported_on = :reported_on, consented_by = :consented_by,
       consented_on = :consented_on, parties_told_on = :parties_told_on
 WHERE id = :id;
