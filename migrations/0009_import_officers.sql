-- What a source said of a hearing officer when the pool was last imported.
CREATE TABLE import_officer (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  officer_id  INTEGER NOT NULL REFERENCES officer (id),
  source_id   INTEGER NOT NULL REFERENCES import_source (id),
  key         TEXT NOT NULL,                  -- name and birthday, or unit
  said        TEXT NOT NULL,                  -- JSON: field -> value
  vanished_on TEXT,                           -- the day of the import in which it was missing for the first time
  UNIQUE (source_id, key)
) STRICT;
