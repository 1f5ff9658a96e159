-- Enters what a plan lacks; what stands was found to be the same.
UPDATE hearing
   SET basis = :basis, approved_by = :approved_by, approved_on = :approved_on, approval_no = :approval_no,
       not_public_reason = :not_public_reason, publicity_reason = :publicity_reason, questions = :questions,
       place = :place, venue_approved_by = :venue_approved_by, venue_approved_on = :venue_approved_on,
       starts_at = :starts_at, ends_at = :ends_at, chair_id = coalesce(chair_id, :chair_id),
       chair_reason = :chair_reason, recorder = :recorder, bailiffs = :bailiffs,
       broadcast_approved_by = :broadcast_approved_by, broadcast_approved_on = :broadcast_approved_on
 WHERE id = :id;
