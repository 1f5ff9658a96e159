-- What can be said of a department.
UPDATE department SET name = :name, kind = :kind, ended_on = :ended_on WHERE id = :id;
