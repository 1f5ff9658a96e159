-- The office's own checks, by title.
SELECT c.id, c.title, c.about, c.body, c.saved_on, a.name AS saved_by
FROM own_check AS c LEFT JOIN account AS a ON a.id = c.saved_by
ORDER BY c.title;
