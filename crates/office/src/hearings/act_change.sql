UPDATE act
   SET on_day = ?2, fields = ?3, note = ?4
 WHERE id = ?1 AND (on_day, fields, note) IS NOT (?2, ?3, ?4);
