UPDATE hearing_participant
   SET attended = coalesce(:attended, attended), absence_reason = coalesce(:absence_reason, absence_reason),
       left_early = coalesce(:left_early, left_early), statement = coalesce(:statement, statement),
       signed = coalesce(:signed, signed), refusal_to_sign = coalesce(:refusal_to_sign, refusal_to_sign)
 WHERE id = :id;
