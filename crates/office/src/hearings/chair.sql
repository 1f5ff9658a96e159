SELECT name, post FROM account WHERE id = ?1 AND started_on <= ?2 AND (ended_on IS NULL OR ended_on >= ?2);
