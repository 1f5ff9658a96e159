-- What the office itself says of the statutory clock: its numbers, its days off, its reminders.

CREATE TABLE period_setting (
  rule       TEXT PRIMARY KEY NOT NULL,       -- law: periods
  length     TEXT,                            -- '30d', where the law has no number
  note       TEXT NOT NULL DEFAULT '',        -- where that number comes from
  amber_days INTEGER CHECK (amber_days >= 0),
  red_days   INTEGER CHECK (red_days >= 0)
) STRICT;

-- The days off and made-up working days of a year, in the form of the file they came from.
CREATE TABLE calendar_year (
  year      INTEGER PRIMARY KEY,
  days      TEXT NOT NULL,
  sha256    TEXT NOT NULL,                    -- of the days
  file_name TEXT NOT NULL DEFAULT '',
  loaded_on TEXT NOT NULL
) STRICT;

CREATE TABLE reminder (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id    INTEGER NOT NULL REFERENCES case_file (id),
  subject    TEXT NOT NULL DEFAULT 'case',    -- 'case', 'person:7', 'act:12'
  account_id INTEGER NOT NULL REFERENCES account (id),
  text       TEXT NOT NULL CHECK (text <> ''),
  made_on    TEXT NOT NULL,
  due_on     TEXT NOT NULL,
  warn_days  INTEGER NOT NULL DEFAULT 0 CHECK (warn_days >= 0),
  done_on    TEXT,
  made_by    INTEGER REFERENCES account (id)
) STRICT;
CREATE INDEX reminder_of ON reminder (case_id);
CREATE INDEX reminder_for ON reminder (account_id) WHERE done_on IS NULL;
