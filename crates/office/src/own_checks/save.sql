-- Keeps one of the office's own checks.
INSERT INTO own_check (id, title, about, body, saved_by, saved_on) VALUES (:id, :title, :about, :body, :saved_by, :saved_on)
ON CONFLICT (id) DO UPDATE SET title = :title, about = :about, body = :body, saved_by = :saved_by, saved_on = :saved_on;
