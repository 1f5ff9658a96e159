-- What is not given stays.
UPDATE hearing
   SET kind = :kind, initiated_by = coalesce(:initiated_by, initiated_by), approved_by = coalesce(:approved_by, approved_by),
       approved_on = coalesce(:approved_on, approved_on), is_public = :is_public,
       not_public_reason = coalesce(:not_public_reason, not_public_reason), questions = coalesce(:questions, questions),
       place = coalesce(:place, place), chair_id = coalesce(:chair_id, chair_id), chair_reason = :chair_reason,
       recorder = coalesce(:recorder, recorder)
 WHERE id = :id;
