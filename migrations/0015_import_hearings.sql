-- What a source said of a past hearing when hearings were last imported from it.
CREATE TABLE import_hearing (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id     INTEGER NOT NULL REFERENCES case_file (id),
  hearing_id  INTEGER NOT NULL REFERENCES hearing (id),
  source_id   INTEGER NOT NULL REFERENCES import_source (id),
  key         TEXT NOT NULL,                  -- the case and the day
  said        TEXT NOT NULL,                  -- JSON: place or place@name -> value
  vanished_on TEXT,                           -- the day of the import in which it was missing for the first time
  UNIQUE (source_id, key)
) STRICT;
CREATE INDEX import_hearing_of ON import_hearing (case_id);
CREATE INDEX import_hearing_hearing ON import_hearing (hearing_id);
