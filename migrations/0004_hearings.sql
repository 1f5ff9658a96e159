-- Hearings: the pool of officers, the hearing from its plan to its effect, and the draws of officers.

CREATE TABLE officer (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  name        TEXT NOT NULL CHECK (name <> ''),
  sex         TEXT NOT NULL DEFAULT '' CHECK (sex IN ('', 'male', 'female')),
  birth       TEXT,
  profession  TEXT NOT NULL DEFAULT '',       -- vocabulary: officer_profession
  category    TEXT NOT NULL DEFAULT '',       -- vocabulary: officer_category
  unit        TEXT NOT NULL DEFAULT '',
  contact     TEXT NOT NULL DEFAULT '',
  term_from   TEXT,
  term_to     TEXT,
  removed_on  TEXT,
  removed_why TEXT NOT NULL DEFAULT '',
  note        TEXT NOT NULL DEFAULT '',
  CHECK (term_to IS NULL OR term_from IS NULL OR term_to >= term_from)
) STRICT;
CREATE INDEX officer_by_name ON officer (name);

CREATE TABLE officer_bar (
  officer_id INTEGER NOT NULL REFERENCES officer (id),
  bar        TEXT NOT NULL,                   -- vocabulary: officer_bar
  PRIMARY KEY (officer_id, bar)
) STRICT, WITHOUT ROWID;

-- What an officer has declared for all hearings: a person or a unit in which he has an interest.
CREATE TABLE officer_interest (
  officer_id INTEGER NOT NULL REFERENCES officer (id),
  name       TEXT NOT NULL CHECK (name <> ''),
  ground     TEXT NOT NULL,                   -- vocabulary: officer_conflict
  PRIMARY KEY (officer_id, name, ground)
) STRICT, WITHOUT ROWID;

CREATE TABLE hearing (
  id                    INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id               INTEGER NOT NULL REFERENCES case_file (id),
  kind                  TEXT NOT NULL,             -- vocabulary: hearing_kind
  basis                 TEXT NOT NULL DEFAULT '',  -- vocabulary: hearing_basis
  initiated_by          TEXT NOT NULL DEFAULT 'ex_officio',  -- vocabulary: hearing_initiated_by
  applicant             TEXT NOT NULL DEFAULT '',
  applied_on            TEXT,
  answer                TEXT NOT NULL DEFAULT '',  -- vocabulary: hearing_application_decision
  answer_reason         TEXT NOT NULL DEFAULT '',
  answered_on           TEXT,
  answer_told_on        TEXT,
  approved_by           TEXT NOT NULL DEFAULT '',
  approved_on           TEXT,
  approval_no           TEXT NOT NULL DEFAULT '',
  is_public             INTEGER NOT NULL CHECK (is_public IN (0, 1)),
  not_public_reason     TEXT NOT NULL DEFAULT '',  -- vocabulary: hearing_not_public_reason
  publicity_reason      TEXT NOT NULL DEFAULT '',  -- why it departs from the rule
  questions             TEXT NOT NULL DEFAULT '',  -- one a line
  proposed_decision     TEXT NOT NULL DEFAULT '',
  venue                 TEXT NOT NULL DEFAULT 'hearing_room',  -- vocabulary: hearing_venue
  place                 TEXT NOT NULL DEFAULT '',  -- the room, the address, the platform
  venue_approved_by     TEXT NOT NULL DEFAULT '',
  venue_approved_on     TEXT,
  held_on               TEXT,
  starts_at             TEXT,
  ends_at               TEXT,
  planned_on            TEXT NOT NULL,             -- day on which day, time and place were last set
  chair_id              INTEGER REFERENCES account (id),
  chair_reason          TEXT NOT NULL DEFAULT '',  -- vocabulary: hearing_chair_reason
  handler_id            INTEGER REFERENCES account (id),  -- who handled the case when the plan or the beginning was recorded
  handler_post          TEXT NOT NULL DEFAULT '',  -- vocabulary: post; that person's at the time
  recorder              TEXT NOT NULL DEFAULT '',
  bailiffs              TEXT NOT NULL DEFAULT '',
  announced_on          TEXT,
  announced_in          TEXT NOT NULL DEFAULT '',
  officer_number_reason TEXT NOT NULL DEFAULT '',  -- why fewer officers sat than is usual
  broadcast             TEXT NOT NULL DEFAULT 'none',  -- vocabulary: hearing_broadcast
  broadcast_approved_by TEXT NOT NULL DEFAULT '',
  broadcast_approved_on TEXT,
  began_at              TEXT,
  ended_at              TEXT,
  recording             TEXT NOT NULL DEFAULT '',
  recording_until       TEXT,
  transcript            TEXT NOT NULL DEFAULT '',
  disorder              TEXT NOT NULL DEFAULT '',
  majority              TEXT NOT NULL DEFAULT '',  -- vocabulary: officer_opinion; '' where no opinion has it
  adopted               TEXT NOT NULL DEFAULT '',  -- vocabulary: hearing_adopted
  reported_on           TEXT,
  consented_by          TEXT NOT NULL DEFAULT '',
  consented_on          TEXT,
  decided_on            TEXT,
  on_the_spot           INTEGER CHECK (on_the_spot IN (0, 1)),
  decision              TEXT NOT NULL DEFAULT '',
  decision_reasons      TEXT NOT NULL DEFAULT '',
  parties_told_on       TEXT,
  cancelled_on          TEXT,
  cancel_reason         TEXT NOT NULL DEFAULT '',
  CHECK ((starts_at IS NULL) = (ends_at IS NULL)),
  CHECK (starts_at IS NULL OR ends_at > starts_at),
  CHECK (ended_at IS NULL OR began_at IS NOT NULL),
  CHECK (decided_on IS NULL OR decision <> ''),
  CHECK (cancelled_on IS NULL OR cancel_reason <> '')
) STRICT;
CREATE INDEX hearing_of ON hearing (case_id);
CREATE INDEX hearing_day ON hearing (held_on, starts_at);

CREATE TABLE hearing_draw (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id    INTEGER NOT NULL REFERENCES case_file (id),
  hearing_id INTEGER NOT NULL REFERENCES hearing (id),
  on_day     TEXT NOT NULL,
  method     TEXT NOT NULL,                   -- name and version of the procedure, so that it can be repeated
  seed       TEXT NOT NULL CHECK (length(seed) = 64),
  profession TEXT NOT NULL DEFAULT '',        -- the profession needed; '' any
  candidates TEXT NOT NULL,                   -- JSON: officer, name, in the order used
  excluded   TEXT NOT NULL,                   -- JSON: officer, name, reasons
  chosen     TEXT NOT NULL,                   -- JSON: officers in the order drawn
  drawn_by   INTEGER REFERENCES account (id)
) STRICT;
CREATE INDEX hearing_draw_of ON hearing_draw (case_id, hearing_id);
CREATE INDEX hearing_draw_hearing ON hearing_draw (hearing_id);

-- One officer's seat at one hearing. A seat given up stays, with its reason.
CREATE TABLE hearing_seat (
  id                  INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id             INTEGER NOT NULL REFERENCES case_file (id),
  hearing_id          INTEGER NOT NULL REFERENCES hearing (id),
  officer_id          INTEGER REFERENCES officer (id),   -- NULL: invited from outside the pool
  name                TEXT NOT NULL CHECK (name <> ''),
  birth               TEXT,
  unit                TEXT NOT NULL DEFAULT '',
  profession          TEXT NOT NULL DEFAULT '',
  category            TEXT NOT NULL DEFAULT '',
  selection           TEXT NOT NULL,          -- vocabulary: officer_selection
  selection_reason    TEXT NOT NULL DEFAULT '',
  draw_id             INTEGER REFERENCES hearing_draw (id),
  outside_approved_by TEXT NOT NULL DEFAULT '',
  outside_approved_on TEXT,
  namesake_reason     TEXT NOT NULL DEFAULT '',  -- why somebody with the name of a person of the case is not that person
  declared_on         TEXT,                   -- day of the declaration of interest
  conflict            TEXT NOT NULL DEFAULT '',  -- vocabulary: officer_conflict; '' none declared
  briefed_on          TEXT,
  attended            INTEGER CHECK (attended IN (0, 1)),
  opinion             TEXT NOT NULL DEFAULT '',  -- vocabulary: officer_opinion
  opinion_text        TEXT NOT NULL DEFAULT '',
  told_on             TEXT,
  dropped_on          TEXT,
  drop_reason         TEXT NOT NULL DEFAULT '',
  CHECK (dropped_on IS NULL OR drop_reason <> '')
) STRICT;
CREATE INDEX hearing_seat_of ON hearing_seat (case_id, hearing_id);
CREATE INDEX hearing_seat_hearing ON hearing_seat (hearing_id);
CREATE INDEX hearing_seat_officer ON hearing_seat (officer_id) WHERE officer_id IS NOT NULL;
CREATE INDEX hearing_seat_draw ON hearing_seat (draw_id) WHERE draw_id IS NOT NULL;
CREATE UNIQUE INDEX hearing_seat_once ON hearing_seat (hearing_id, officer_id)
  WHERE officer_id IS NOT NULL AND dropped_on IS NULL;

CREATE TABLE hearing_participant (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id         INTEGER NOT NULL REFERENCES case_file (id),
  hearing_id      INTEGER NOT NULL REFERENCES hearing (id),
  person_id       INTEGER REFERENCES person (id),
  name            TEXT NOT NULL CHECK (name <> ''),
  role            TEXT NOT NULL,              -- vocabulary: hearing_participant_role
  unit            TEXT NOT NULL DEFAULT '',
  notice_sent_on  TEXT,
  notice_received_on TEXT,
  attended        INTEGER CHECK (attended IN (0, 1)),
  absence_reason  TEXT NOT NULL DEFAULT '',
  left_early      INTEGER NOT NULL DEFAULT 0 CHECK (left_early IN (0, 1)),
  statement       TEXT NOT NULL DEFAULT '',
  signed          INTEGER CHECK (signed IN (0, 1)),
  refusal_to_sign TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX hearing_participant_of ON hearing_participant (case_id, hearing_id);
CREATE INDEX hearing_participant_hearing ON hearing_participant (hearing_id);
CREATE INDEX hearing_participant_person ON hearing_participant (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE hearing_step (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id    INTEGER NOT NULL REFERENCES case_file (id),
  hearing_id INTEGER NOT NULL REFERENCES hearing (id),
  step       TEXT NOT NULL,                   -- vocabulary: hearing_step
  position   INTEGER NOT NULL CHECK (position > 0),
  at_time    TEXT,
  text       TEXT NOT NULL DEFAULT '',
  UNIQUE (hearing_id, step)
) STRICT;
CREATE INDEX hearing_step_of ON hearing_step (case_id, hearing_id);

CREATE TABLE hearing_effect (
  id                INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id           INTEGER NOT NULL REFERENCES case_file (id),
  hearing_id        INTEGER NOT NULL UNIQUE REFERENCES hearing (id),
  recorded_on       TEXT NOT NULL,
  effect            TEXT NOT NULL,            -- vocabulary: hearing_effect
  case_result       TEXT NOT NULL DEFAULT '',
  matches_majority  INTEGER CHECK (matches_majority IN (0, 1)),
  petition_stopped  INTEGER CHECK (petition_stopped IN (0, 1)),
  assistance_given  INTEGER CHECK (assistance_given IN (0, 1)),
  suggestion_issued INTEGER CHECK (suggestion_issued IN (0, 1)),
  amount            INTEGER,                  -- fen, paid or promised
  public_feedback   TEXT NOT NULL DEFAULT '',
  officer_feedback  TEXT NOT NULL DEFAULT '',
  follow_up_on      TEXT,
  follow_up         TEXT NOT NULL DEFAULT '',
  note              TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX hearing_effect_of ON hearing_effect (case_id);

-- Which acts of the timeline follow from which hearing, so that a corrected hearing corrects its acts.
CREATE TABLE hearing_act (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id    INTEGER NOT NULL REFERENCES case_file (id),
  hearing_id INTEGER NOT NULL REFERENCES hearing (id),
  act_id     INTEGER NOT NULL UNIQUE REFERENCES act (id),
  slot       TEXT NOT NULL,                   -- the kind of act, with the day where there is one a day
  UNIQUE (hearing_id, slot)
) STRICT;
CREATE INDEX hearing_act_of ON hearing_act (case_id);

-- Where a hearing stands follows from what is recorded of it (vocabulary: hearing_status).
CREATE VIEW hearing_state AS
SELECT h.id AS hearing_id,
       CASE
         WHEN h.cancelled_on IS NOT NULL THEN 'cancelled'
         WHEN EXISTS (SELECT 1 FROM hearing_effect AS e WHERE e.hearing_id = h.id) THEN 'effect_recorded'
         WHEN h.decided_on IS NOT NULL THEN 'decided'
         WHEN h.ended_at IS NOT NULL THEN 'held'
         WHEN h.answer = 'refused' THEN 'refused'
         WHEN h.held_on IS NOT NULL THEN 'scheduled'
         WHEN h.approved_on IS NOT NULL THEN 'approved'
         ELSE 'proposed'
       END AS status
  FROM hearing AS h;
