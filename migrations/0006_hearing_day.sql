-- Hearings: when an officer can't come, what was said as it fell, who signed, the text of the announcement.

-- Days on which an officer of the pool can't come.
CREATE TABLE officer_away (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  officer_id INTEGER NOT NULL REFERENCES officer (id),
  from_day   TEXT NOT NULL,
  to_day     TEXT NOT NULL,
  reason     TEXT NOT NULL DEFAULT '',
  CHECK (from_day <= to_day)
) STRICT;
CREATE INDEX officer_away_of ON officer_away (officer_id, from_day);

-- One note of the hearing's record, in the order in which it was entered.
CREATE TABLE hearing_note (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id    INTEGER NOT NULL REFERENCES case_file (id),
  hearing_id INTEGER NOT NULL REFERENCES hearing (id),
  step       TEXT NOT NULL DEFAULT '',        -- vocabulary: hearing_step; '' outside the steps
  kind       TEXT NOT NULL,                   -- vocabulary: hearing_note_kind
  speaker    TEXT NOT NULL DEFAULT '',
  at_time    TEXT,
  text       TEXT NOT NULL CHECK (text <> '')
) STRICT;
CREATE INDEX hearing_note_of ON hearing_note (case_id, hearing_id);
CREATE INDEX hearing_note_hearing ON hearing_note (hearing_id);

-- How often the officer had a seat in hearings of that year when this seat was filled.
ALTER TABLE hearing_seat ADD COLUMN asked_before INTEGER NOT NULL DEFAULT 0;
ALTER TABLE hearing_seat ADD COLUMN signed INTEGER CHECK (signed IN (0, 1));
ALTER TABLE hearing_seat ADD COLUMN refusal_to_sign TEXT NOT NULL DEFAULT '';

ALTER TABLE hearing ADD COLUMN announcement TEXT NOT NULL DEFAULT '';
ALTER TABLE hearing ADD COLUMN chair_signed INTEGER CHECK (chair_signed IN (0, 1));
ALTER TABLE hearing ADD COLUMN handler_signed INTEGER CHECK (handler_signed IN (0, 1));
ALTER TABLE hearing ADD COLUMN recorder_signed INTEGER CHECK (recorder_signed IN (0, 1));
-- The hearing was taken over from an older record that has its day but not its times.
ALTER TABLE hearing ADD COLUMN times_unknown INTEGER NOT NULL DEFAULT 0 CHECK (times_unknown IN (0, 1));
