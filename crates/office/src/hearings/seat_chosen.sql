-- How an officer was chosen, where it does not stand yet; where it does, only the reason or the approval that it lacks.
UPDATE hearing_seat
   SET selection = :selection,
       selection_reason = CASE selection_reason WHEN '' THEN :reason ELSE selection_reason END,
       outside_approved_by = CASE WHEN outside_approved_on IS NULL THEN :approved_by ELSE outside_approved_by END,
       outside_approved_on = coalesce(outside_approved_on, :approved_on)
 WHERE id = :id
   AND (selection = :not_stated
        OR selection = :selection AND selection = 'designated' AND selection_reason = ''
        OR selection = :selection AND selection = 'outside' AND outside_approved_on IS NULL);
