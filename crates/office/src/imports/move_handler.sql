UPDATE assignment SET started_on = ?2
 WHERE case_id = ?1 AND role = 'handler' AND mode = 'imported' AND ended_on IS NULL AND started_on <> ?2
