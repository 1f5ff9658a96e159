-- A new person at the end of the card; what else is said of the person follows at once.
INSERT INTO person (case_id, position, role, name)
VALUES (?1, (SELECT ifnull(max(position), 0) + 1 FROM person WHERE case_id = ?1), ?2, ?3);
