UPDATE hearing
   SET decision = :decision, decision_reasons = :decision_reasons, decided_on = :decided_on, on_the_spot = :on_the_spot,
       adopted = :adopted, reported_on = :reported_on, consented_by = :consented_by, consented_on = :consented_on
 WHERE id = :id;
