-- Where ledgers come from, what each row of them last said, and what a person has to decide.

CREATE TABLE import_source (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  name        TEXT NOT NULL,
  fingerprint TEXT NOT NULL,                  -- of the heads
  kind        TEXT NOT NULL DEFAULT '',       -- law: categories; what its rows are where they do not say it
  mapping     TEXT NOT NULL,                  -- TOML, as a person confirmed it
  UNIQUE (fingerprint, name)
) STRICT;

CREATE TABLE import_run (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  source_id  INTEGER NOT NULL REFERENCES import_source (id),
  on_day     TEXT NOT NULL,
  file_name  TEXT NOT NULL,
  sha256     TEXT NOT NULL,
  counts     TEXT NOT NULL,                   -- JSON: file_rows, new, changed, same, vanished, refused
  account_id INTEGER REFERENCES account (id)
) STRICT;
CREATE INDEX import_run_of ON import_run (source_id);

-- What a source said of a case when it was last imported.
CREATE TABLE import_row (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id     INTEGER NOT NULL REFERENCES case_file (id),
  source_id   INTEGER NOT NULL REFERENCES import_source (id),
  key         TEXT NOT NULL,                  -- a number, or what else tells the case from others in the source
  row_count   INTEGER NOT NULL,               -- rows of the file that make up the case
  said        TEXT NOT NULL,                  -- JSON: field or field@person -> value
  vanished_on TEXT,                           -- the day of the import in which it was missing for the first time
  UNIQUE (source_id, key)
) STRICT;
CREATE INDEX import_row_of ON import_row (case_id);

-- The file says one thing, the record another that a person entered.
CREATE TABLE import_difference (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id      INTEGER NOT NULL REFERENCES case_file (id),
  source_id    INTEGER NOT NULL REFERENCES import_source (id),
  field        TEXT NOT NULL,                 -- law: headings
  person       TEXT NOT NULL DEFAULT '',      -- the name where it concerns a person
  file_value   TEXT NOT NULL,
  record_value TEXT NOT NULL,
  found_on     TEXT NOT NULL,
  decision     TEXT CHECK (decision IN ('file', 'record')),
  decided_on   TEXT,
  decided_by   INTEGER REFERENCES account (id),
  UNIQUE (case_id, source_id, field, person, file_value)
) STRICT;
CREATE INDEX import_difference_open ON import_difference (case_id) WHERE decision IS NULL;
