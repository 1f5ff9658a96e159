-- Papers: what only papers need to know, which papers were made, and the office's own templates.

CREATE TABLE paper_value (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id    INTEGER NOT NULL REFERENCES case_file (id),
  hearing_id INTEGER NOT NULL REFERENCES hearing (id),
  field      TEXT NOT NULL,
  value      TEXT NOT NULL CHECK (value <> ''),
  UNIQUE (hearing_id, field)
) STRICT;
CREATE INDEX paper_value_of ON paper_value (case_id);
CREATE INDEX paper_value_last ON paper_value (field, id);

-- Written before the file: there is never a file without its row.
CREATE TABLE paper_made (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id    INTEGER NOT NULL REFERENCES case_file (id),
  hearing_id INTEGER REFERENCES hearing (id),
  paper      TEXT NOT NULL,
  name       TEXT NOT NULL DEFAULT '',        -- for whom, where there is a copy each
  form       TEXT NOT NULL CHECK (form IN ('docx', 'pdf')),
  on_day     TEXT NOT NULL,
  made_by    INTEGER REFERENCES account (id),
  digest     TEXT NOT NULL CHECK (length(digest) = 64)   -- SHA-256 of the .docx
) STRICT;
CREATE INDEX paper_made_of ON paper_made (case_id, id);
CREATE INDEX paper_made_hearing ON paper_made (hearing_id) WHERE hearing_id IS NOT NULL;

CREATE TABLE paper_template (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  paper     TEXT NOT NULL UNIQUE,
  file_name TEXT NOT NULL,
  content   BLOB NOT NULL,                    -- a .docx
  saved_on  TEXT NOT NULL
) STRICT;
