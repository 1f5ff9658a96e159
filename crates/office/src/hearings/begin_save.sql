UPDATE hearing
   SET began_at = :began_at, officer_number_reason = :officer_number_reason, handler_id = :handler_id,
       handler_post = :handler_post
 WHERE id = :id;
