UPDATE hearing
   SET kind = :kind, basis = :basis, initiated_by = :initiated_by, applicant = :applicant, applied_on = :applied_on,
       approved_by = :approved_by, approved_on = :approved_on, approval_no = :approval_no,
       is_public = :is_public, not_public_reason = :not_public_reason, publicity_reason = :publicity_reason,
       questions = :questions, proposed_decision = :proposed_decision,
       venue = :venue, place = :place, venue_approved_by = :venue_approved_by, venue_approved_on = :venue_approved_on,
       held_on = :held_on, starts_at = :starts_at, ends_at = :ends_at, planned_on = :planned_on,
       chair_id = :chair_id, chair_reason = :chair_reason, handler_id = :handler_id, handler_post = :handler_post,
       recorder = :recorder, bailiffs = :bailiffs,
       broadcast = :broadcast, broadcast_approved_by = :broadcast_approved_by,
       broadcast_approved_on = :broadcast_approved_on
 WHERE id = :id;
