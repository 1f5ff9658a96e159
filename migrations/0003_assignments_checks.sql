-- Who handles a case and how that was decided; due dates and findings that follow from the record.

CREATE TABLE draw (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id    INTEGER NOT NULL REFERENCES case_file (id),
  on_day     TEXT NOT NULL,
  method     TEXT NOT NULL,                   -- name and version of the procedure, so that it can be repeated
  seed       TEXT NOT NULL,                   -- 64 hexadecimal digits
  candidates TEXT NOT NULL,                   -- JSON: account, name, open, weight, in the order used
  excluded   TEXT NOT NULL,                   -- JSON: account, name, reason
  chosen_id  INTEGER NOT NULL REFERENCES account (id),
  drawn_by   INTEGER REFERENCES account (id)
) STRICT;
CREATE INDEX draw_of ON draw (case_id);

CREATE TABLE assignment (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id     INTEGER NOT NULL REFERENCES case_file (id),
  account_id  INTEGER NOT NULL REFERENCES account (id),
  role        TEXT NOT NULL CHECK (role IN ('handler', 'assistant')),
  mode        TEXT NOT NULL CHECK (mode IN ('random', 'designated', 'same_handler', 'leader', 'reassigned', 'imported')),
  reason      TEXT NOT NULL DEFAULT '',       -- vocabulary: designation_reason
  reason_text TEXT NOT NULL DEFAULT '',
  decided_by  TEXT NOT NULL DEFAULT '',
  draw_id     INTEGER REFERENCES draw (id),
  started_on  TEXT NOT NULL,
  ended_on    TEXT,
  CHECK (ended_on IS NULL OR ended_on >= started_on)
) STRICT;
CREATE INDEX assignment_of ON assignment (case_id, started_on);
CREATE UNIQUE INDEX assignment_one_handler ON assignment (case_id) WHERE role = 'handler' AND ended_on IS NULL;
CREATE INDEX assignment_carried ON assignment (account_id) WHERE ended_on IS NULL;
CREATE INDEX assignment_draw ON assignment (draw_id) WHERE draw_id IS NOT NULL;

-- A person's word on a finding; it holds while the finding's values stay the same.
CREATE TABLE finding_answer (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id     INTEGER NOT NULL REFERENCES case_file (id),
  check_id    TEXT NOT NULL,
  subject     TEXT NOT NULL,                  -- as in finding
  fingerprint TEXT NOT NULL,
  answer      TEXT NOT NULL CHECK (answer IN ('explained', 'set_aside')),
  reason      TEXT NOT NULL CHECK (reason <> ''),
  on_day      TEXT NOT NULL,
  account_id  INTEGER REFERENCES account (id),
  UNIQUE (case_id, check_id, subject, fingerprint)
) STRICT;

-- Derived: every period of a case. How it stands follows from the day on which one asks.
CREATE TABLE deadline (
  case_id      INTEGER NOT NULL,
  rule         TEXT NOT NULL,                 -- law: periods
  subject      TEXT NOT NULL,                 -- 'case', 'person:7', 'act:12', 'measure:3', 'hearing:2'
  trigger_on   TEXT NOT NULL,
  trigger_act  INTEGER,                       -- act
  person_id    INTEGER,                       -- the person concerned
  by_whom      TEXT NOT NULL,                 -- who has to act: office | police | court | agency | party | other
  optional     INTEGER NOT NULL,              -- a right, not a duty
  due_on       TEXT NOT NULL,
  safe_due_on  TEXT NOT NULL,
  amber_on     TEXT NOT NULL,                 -- first day of the warning
  red_on       TEXT NOT NULL,
  met_on       TEXT,
  met_by       INTEGER,                       -- act
  ended_on     TEXT,                          -- ended without being met
  paused_since TEXT,
  is_open      INTEGER NOT NULL,              -- neither met nor ended
  in_custody   INTEGER NOT NULL,
  calendar_missing INTEGER,                   -- year without a table, or NULL
  PRIMARY KEY (case_id, rule, subject, trigger_on)
) STRICT, WITHOUT ROWID;
CREATE INDEX deadline_open ON deadline (safe_due_on, case_id, rule, subject, trigger_on) WHERE is_open = 1;

-- Derived: what about a period could not be counted, or was left out of it.
CREATE TABLE deadline_gap (
  case_id    INTEGER NOT NULL,
  rule       TEXT NOT NULL,                   -- law: periods
  subject    TEXT NOT NULL,                   -- as in deadline
  trigger_on TEXT NOT NULL,
  code       TEXT NOT NULL,
  act_id     INTEGER NOT NULL,                -- 0: no act
  PRIMARY KEY (case_id, rule, subject, trigger_on, code, act_id)
) STRICT, WITHOUT ROWID;

-- Derived: what the checks find. A finding holds from from_day to until_day, so that the table does not
-- depend on the day on which it was derived.
CREATE TABLE finding (
  case_id     INTEGER NOT NULL,
  check_id    TEXT NOT NULL,
  subject     TEXT NOT NULL,                  -- as in deadline, or 'field:…'
  severity    TEXT NOT NULL,                  -- stop | high | medium | low | info
  from_day    TEXT NOT NULL,                  -- '0000-01-01' = always
  until_day   TEXT NOT NULL,                  -- '9999-12-31' = without end
  values_json TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  other_case_id INTEGER,                      -- the other case that it exists because of
  PRIMARY KEY (case_id, check_id, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_by_check ON finding (check_id, case_id, subject);
CREATE INDEX finding_because_of ON finding (other_case_id) WHERE other_case_id IS NOT NULL;
