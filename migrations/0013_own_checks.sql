-- Checks that the office wrote itself: a question in SQL over views of the register. They are asked when somebody wants to
-- know, never with a change of a case.

CREATE TABLE own_check (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  title    TEXT NOT NULL UNIQUE CHECK (title <> ''),
  about    TEXT NOT NULL DEFAULT '',          -- what it is for, in the office's words
  body     TEXT NOT NULL CHECK (body <> ''),  -- one SELECT that gives case_id
  saved_by INTEGER REFERENCES account (id),
  saved_on TEXT NOT NULL
) STRICT;
