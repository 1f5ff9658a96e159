-- The office itself: who works here, with what post, and the journal of everything done.
-- Record tables carry ids that are never used twice (AUTOINCREMENT), so that an id in an old
-- journal entry can only ever mean one thing.

CREATE TABLE office (
  id            INTEGER PRIMARY KEY CHECK (id = 1),
  name          TEXT NOT NULL CHECK (name <> ''),
  short_name    TEXT NOT NULL CHECK (short_name <> ''),
  division_code TEXT NOT NULL CHECK (length(division_code) = 6),
  founded_on    TEXT NOT NULL,
  is_sample     INTEGER NOT NULL DEFAULT 0 CHECK (is_sample IN (0, 1))
) STRICT;

CREATE TABLE setting (
  key   TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE department (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  name     TEXT NOT NULL UNIQUE CHECK (name <> ''),
  kind     TEXT NOT NULL,                     -- vocabulary: department
  position INTEGER NOT NULL DEFAULT 0,
  ended_on TEXT
) STRICT;

CREATE TABLE account (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  login          TEXT NOT NULL UNIQUE CHECK (login <> ''),
  name           TEXT NOT NULL CHECK (name <> ''),
  staff_no       TEXT NOT NULL DEFAULT '',
  post           TEXT NOT NULL,               -- vocabulary: post
  department_id  INTEGER REFERENCES department (id),
  in_quota       INTEGER NOT NULL DEFAULT 0 CHECK (in_quota IN (0, 1)),
  handles_minors INTEGER NOT NULL DEFAULT 0 CHECK (handles_minors IN (0, 1)),
  on_duty        INTEGER NOT NULL DEFAULT 1 CHECK (on_duty IN (0, 1)),
  case_cap       INTEGER CHECK (case_cap IS NULL OR case_cap >= 0),
  started_on     TEXT NOT NULL,
  ended_on       TEXT
) STRICT;

-- Leave and other days on which somebody takes no new cases.
CREATE TABLE absence (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account (id),
  from_day   TEXT NOT NULL,
  to_day     TEXT NOT NULL,
  reason     TEXT NOT NULL DEFAULT '',
  CHECK (from_day <= to_day)
) STRICT;
CREATE INDEX absence_of ON absence (account_id, from_day);

-- What somebody has declared: a person, a unit or a case in which he has an interest.
CREATE TABLE declared_conflict (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account (id),
  kind       TEXT NOT NULL CHECK (kind IN ('person', 'unit', 'case')),
  value      TEXT NOT NULL CHECK (value <> ''),
  ground     TEXT NOT NULL                    -- vocabulary: recusal_ground
) STRICT;
CREATE INDEX declared_conflict_of ON declared_conflict (account_id);

-- One row for each action, chained: hash = SHA-256 over the parent's hash and this row's content.
CREATE TABLE journal (
  entry       INTEGER PRIMARY KEY,
  at          TEXT NOT NULL,                  -- instant, UTC
  day         TEXT NOT NULL,                  -- day of the office
  account_id  INTEGER,                        -- NULL: the program itself (founding)
  person      TEXT NOT NULL,                  -- name at the time
  workstation TEXT NOT NULL,
  action      TEXT NOT NULL,
  reason      TEXT NOT NULL DEFAULT '',
  detail      TEXT NOT NULL DEFAULT '{}',     -- JSON: what was asked, in brief
  undoes      INTEGER REFERENCES journal (entry),
  schema      INTEGER NOT NULL,
  changeset   BLOB NOT NULL,
  parent_hash BLOB NOT NULL CHECK (length(parent_hash) = 32),
  hash        BLOB NOT NULL UNIQUE CHECK (length(hash) = 32)
) STRICT;
CREATE UNIQUE INDEX journal_undo ON journal (undoes) WHERE undoes IS NOT NULL;
CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is appended only'); END;
CREATE TRIGGER journal_is_not_cut BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is appended only'); END;

-- Which cases an entry touched; follows from the changesets.
CREATE TABLE journal_case (
  case_id INTEGER NOT NULL,
  entry   INTEGER NOT NULL REFERENCES journal (entry),
  PRIMARY KEY (case_id, entry)
) STRICT, WITHOUT ROWID;

-- The desk: half-typed forms and personal settings. Neither record nor derived, never journalled.
CREATE TABLE draft (
  account_id INTEGER NOT NULL,
  key        TEXT NOT NULL,
  body       TEXT NOT NULL,
  saved_at   TEXT NOT NULL,
  PRIMARY KEY (account_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE desk_item (
  account_id INTEGER NOT NULL,
  key        TEXT NOT NULL,
  body       TEXT NOT NULL,
  PRIMARY KEY (account_id, key)
) STRICT, WITHOUT ROWID;

-- Which programs may still write this file: a program older than oldest_writer only reads it.
CREATE TABLE record_format (
  id            INTEGER PRIMARY KEY CHECK (id = 1),
  oldest_writer INTEGER NOT NULL
) STRICT;
INSERT INTO record_format (id, oldest_writer) VALUES (1, 1);
