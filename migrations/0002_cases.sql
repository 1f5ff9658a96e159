-- A case: a short head, its people, and its timeline of acts.
-- No foreign key cascades: taking an entry back deletes exactly the rows that the entry inserted, and is refused where
-- others came to depend on them.

CREATE TABLE case_file (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  register_no    TEXT NOT NULL UNIQUE,        -- {year}-{line}-{5 digits}, ours
  line           TEXT NOT NULL,               -- law: lines
  category       TEXT NOT NULL,               -- law: categories
  title          TEXT NOT NULL CHECK (title <> ''),
  cause_code     TEXT NOT NULL DEFAULT '',    -- charge id, cause of action or public-interest field
  cause          TEXT NOT NULL DEFAULT '',    -- the same in words, as on the paper
  source         TEXT NOT NULL DEFAULT '',    -- vocabulary: case_source
  from_unit      TEXT NOT NULL DEFAULT '',
  received_on    TEXT NOT NULL,
  accepted_on    TEXT NOT NULL,
  department_id  INTEGER REFERENCES department (id),
  summary        TEXT NOT NULL DEFAULT '',
  checklist      TEXT NOT NULL DEFAULT '{}',  -- JSON: item -> {answer: yes | no | not_applicable, note}
  card           TEXT NOT NULL DEFAULT '{}',  -- JSON: further fields of the case card
  registered_by  INTEGER REFERENCES account (id)
) STRICT;
-- The next number of a year and line, also past 99999.
CREATE INDEX case_file_next ON case_file (substr(register_no, 1, 8), length(register_no), register_no);
CREATE INDEX case_file_title ON case_file (title);

CREATE TABLE case_number (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id    INTEGER NOT NULL REFERENCES case_file (id),
  kind       TEXT NOT NULL,                   -- vocabulary: number_kind
  number     TEXT NOT NULL CHECK (number <> ''),
  normalised TEXT NOT NULL                    -- law::numbers::normalised
) STRICT;
CREATE INDEX case_number_of ON case_number (case_id);
CREATE INDEX case_number_found ON case_number (normalised);

CREATE TABLE case_flag (
  case_id INTEGER NOT NULL REFERENCES case_file (id),
  flag    TEXT NOT NULL,                      -- vocabulary: flag
  PRIMARY KEY (case_id, flag)
) STRICT, WITHOUT ROWID;

-- Arrest and prosecution of one matter; joined, split and related cases.
CREATE TABLE case_link (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id       INTEGER NOT NULL REFERENCES case_file (id),
  other_case_id INTEGER NOT NULL REFERENCES case_file (id),
  kind          TEXT NOT NULL CHECK (kind IN ('same_matter', 'joined', 'split', 'related')),
  CHECK (case_id <> other_case_id),
  UNIQUE (case_id, other_case_id)
) STRICT;
CREATE INDEX case_link_other ON case_link (other_case_id);

CREATE TABLE person (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id        INTEGER NOT NULL REFERENCES case_file (id),
  position       INTEGER NOT NULL,
  role           TEXT NOT NULL,               -- vocabulary: person_role
  kind           TEXT NOT NULL DEFAULT 'natural' CHECK (kind IN ('natural', 'unit')),
  name           TEXT NOT NULL CHECK (name <> ''),
  alias          TEXT NOT NULL DEFAULT '',
  sex            TEXT NOT NULL DEFAULT '' CHECK (sex IN ('', 'male', 'female')),
  birth          TEXT,
  id_type        TEXT NOT NULL DEFAULT '',    -- vocabulary: id_type
  id_number      TEXT NOT NULL DEFAULT '',
  no_id_reason   TEXT NOT NULL DEFAULT '',
  ethnicity      TEXT NOT NULL DEFAULT '',
  nationality    TEXT NOT NULL DEFAULT '',
  residence      TEXT NOT NULL DEFAULT '',
  occupation     TEXT NOT NULL DEFAULT '',
  act_on         TEXT,                        -- day of the act, for the age on it
  minor_at_act   INTEGER CHECK (minor_at_act IN (0, 1)),
  prior_record   TEXT NOT NULL DEFAULT '',    -- vocabulary: prior_record
  custody_place  TEXT NOT NULL DEFAULT '',
  note           TEXT NOT NULL DEFAULT '',
  card           TEXT NOT NULL DEFAULT '{}'   -- JSON: further fields of the person card
) STRICT;
CREATE INDEX person_of ON person (case_id, position);
CREATE INDEX person_by_id_number ON person (id_number) WHERE id_number <> '';
CREATE INDEX person_by_name ON person (name);

CREATE TABLE person_charge (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id    INTEGER NOT NULL REFERENCES case_file (id),
  person_id  INTEGER NOT NULL REFERENCES person (id),
  phase      TEXT NOT NULL CHECK (phase IN ('transferred', 'reviewed', 'convicted')),
  charge_id  TEXT NOT NULL DEFAULT '',        -- law: charges
  charge     TEXT NOT NULL CHECK (charge <> '')
) STRICT;
CREATE INDEX person_charge_of ON person_charge (case_id, person_id);
CREATE INDEX person_charge_person ON person_charge (person_id);

CREATE TABLE measure (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id     INTEGER NOT NULL REFERENCES case_file (id),
  person_id   INTEGER NOT NULL REFERENCES person (id),
  kind        TEXT NOT NULL,                  -- vocabulary: measure
  decided_on  TEXT,
  executed_on TEXT,
  expires_on  TEXT,
  ended_on    TEXT,
  decided_by  TEXT NOT NULL DEFAULT '',
  place       TEXT NOT NULL DEFAULT '',
  reason      TEXT NOT NULL DEFAULT '',
  deposit     INTEGER,                        -- fen
  act_id      INTEGER REFERENCES act (id),    -- the act that took it, if one did
  executed_by_act INTEGER REFERENCES act (id), -- the act that told of its execution
  ended_by_act INTEGER REFERENCES act (id)    -- the act that ended it, if one did
) STRICT;
CREATE INDEX measure_of ON measure (case_id, person_id);
CREATE INDEX measure_person ON measure (person_id);
CREATE INDEX measure_act ON measure (act_id) WHERE act_id IS NOT NULL;
CREATE INDEX measure_executed_by ON measure (executed_by_act) WHERE executed_by_act IS NOT NULL;
CREATE INDEX measure_ended_by ON measure (ended_by_act) WHERE ended_by_act IS NOT NULL;

-- The timeline: what kind of act, on which day, about whom, with which values.
CREATE TABLE act (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id     INTEGER NOT NULL REFERENCES case_file (id),
  kind        TEXT NOT NULL,                  -- law: acts
  on_day      TEXT NOT NULL,
  person_id   INTEGER REFERENCES person (id),
  fields      TEXT NOT NULL DEFAULT '{}',     -- JSON: field -> text, as law: acts declares them
  note        TEXT NOT NULL DEFAULT '',
  recorded_by INTEGER REFERENCES account (id)
) STRICT;
CREATE INDEX act_of ON act (case_id, on_day, id);
CREATE INDEX act_person ON act (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE note (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id    INTEGER NOT NULL REFERENCES case_file (id),
  on_day     TEXT NOT NULL,
  account_id INTEGER REFERENCES account (id),
  text       TEXT NOT NULL CHECK (text <> '')
) STRICT;
CREATE INDEX note_of ON note (case_id);

-- What was brought in and not accepted: returned for completion, or refused.
CREATE TABLE intake_refusal (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  on_day      TEXT NOT NULL,
  outcome     TEXT NOT NULL CHECK (outcome IN ('returned', 'refused')),
  reason      TEXT NOT NULL,                  -- vocabulary: refusal_reason
  reason_text TEXT NOT NULL DEFAULT '',
  category    TEXT NOT NULL,
  title       TEXT NOT NULL CHECK (title <> ''),
  from_unit   TEXT NOT NULL DEFAULT '',
  number      TEXT NOT NULL DEFAULT '',
  persons     TEXT NOT NULL DEFAULT '',
  checklist   TEXT NOT NULL DEFAULT '{}',
  account_id  INTEGER REFERENCES account (id),
  accepted_case_id INTEGER REFERENCES case_file (id)  -- accepted later after all
) STRICT;
CREATE INDEX intake_refusal_day ON intake_refusal (on_day);
CREATE INDEX intake_refusal_case ON intake_refusal (accepted_case_id) WHERE accepted_case_id IS NOT NULL;

-- Derived: one row a case, what lists show and sort by.
CREATE TABLE case_state (
  case_id        INTEGER PRIMARY KEY,
  register_no    TEXT NOT NULL,
  number         TEXT NOT NULL,               -- department number if there is one, else ''
  title          TEXT NOT NULL,
  line           TEXT NOT NULL,
  function       TEXT NOT NULL,               -- criminal | civil | administrative | public_interest
  category       TEXT NOT NULL,
  cause          TEXT NOT NULL,
  stage          TEXT NOT NULL,
  outcome        TEXT NOT NULL,
  is_open        INTEGER NOT NULL,
  department_id  INTEGER,
  handler_id     INTEGER,
  accepted_on    TEXT NOT NULL,
  closed_on      TEXT,
  persons        TEXT NOT NULL,               -- names, 、 between
  person_count   INTEGER NOT NULL,
  in_custody     INTEGER NOT NULL,
  is_minor       INTEGER NOT NULL,
  is_sensitive   INTEGER NOT NULL,
  last_act_on    TEXT,
  last_act       TEXT NOT NULL,
  next_due_on    TEXT,
  next_due_rule  TEXT NOT NULL,
  out_with       TEXT NOT NULL,               -- '' | police | court | other
  out_since      TEXT
) STRICT;
