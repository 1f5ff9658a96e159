-- What is not given stays.
UPDATE hearing_seat
   SET attended = coalesce(?2, attended), opinion = CASE ?3 WHEN '' THEN opinion ELSE ?3 END,
       opinion_text = CASE ?4 WHEN '' THEN opinion_text ELSE ?4 END, told_on = coalesce(?5, told_on)
 WHERE id = ?1;
