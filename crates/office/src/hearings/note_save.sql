UPDATE hearing_note
   SET step = ?3, kind = ?4, speaker = ?5, at_time = ?6, text = ?7
 WHERE id = ?1 AND hearing_id = ?2;
