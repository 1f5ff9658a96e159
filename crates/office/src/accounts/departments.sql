-- The departments in use, in their order.
SELECT id, name, kind FROM department WHERE ended_on IS NULL ORDER BY position, id;
