UPDATE assignment SET ended_on = max(started_on, ?2) WHERE case_id = ?1 AND role = 'handler' AND ended_on IS NULL
