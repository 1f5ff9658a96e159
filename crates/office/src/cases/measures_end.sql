-- An act (?3) ends on ?2 what is in force against a person (?1): all but ?4, of kind ?5 or of any kind.
UPDATE measure
   SET ended_on = max(?2, ifnull(executed_on, ifnull(decided_on, ?2))), ended_by_act = ?3
 WHERE person_id = ?1
   AND ended_on IS NULL
   AND id IS NOT ?4
   AND (?5 = '' OR kind = ?5);
