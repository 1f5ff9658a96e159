-- Somebody of the office on that day; who stands as the chair already may have come later, as in what an older record gave.
SELECT name, post FROM account WHERE id = ?1 AND (?3 OR started_on <= ?2 AND (ended_on IS NULL OR ended_on >= ?2));
