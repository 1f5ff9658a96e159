-- How an officer was chosen, where it does not stand yet.
UPDATE hearing_seat
   SET selection = :selection, selection_reason = :reason, outside_approved_by = :approved_by,
       outside_approved_on = :approved_on
 WHERE id = :id AND selection = :not_stated;
