-- What is not given stays; so does the way of choosing where a draw is on record.
UPDATE hearing_seat
   SET attended = coalesce(:attended, attended), opinion = CASE :opinion WHEN '' THEN opinion ELSE :opinion END,
       opinion_text = CASE :opinion_text WHEN '' THEN opinion_text ELSE :opinion_text END,
       told_on = coalesce(:told_on, told_on),
       selection = CASE WHEN :selection = '' OR draw_id IS NOT NULL THEN selection ELSE :selection END,
       selection_reason = CASE :reason WHEN '' THEN selection_reason ELSE :reason END
 WHERE id = :id;
