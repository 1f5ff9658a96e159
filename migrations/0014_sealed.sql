-- Sealed cases: what stays in the record when a case leaves it for the sealed file, and what the sealed file keeps of it.

-- Which cases left: the number that their rows had, which no other case is ever given. Nothing else of them stands here.
CREATE TABLE sealed_mark (
  id INTEGER PRIMARY KEY
) STRICT;

-- The last register number of a year and line on the day on which a case of it left: the next goes on behind it.
CREATE TABLE register_floor (
  prefix TEXT PRIMARY KEY NOT NULL,           -- '2026-XS-'
  last   INTEGER NOT NULL CHECK (last > 0)
) STRICT, WITHOUT ROWID;

-- Journal entries of which a part left with a case. The rows are written with the entry of the sealing, which is chained and
-- signed: it vouches for what stays. Whoever holds the sealed file's key finds the entry there as it was.
CREATE TABLE entry_redaction (
  entry  INTEGER PRIMARY KEY,
  hash   BLOB NOT NULL CHECK (length(hash) = 32),   -- of the entry as it was made
  kept   BLOB NOT NULL CHECK (length(kept) = 32),   -- what the hash would be of what stays
  hidden INTEGER NOT NULL CHECK (hidden IN (0, 1))  -- nothing stays that anybody is to read
) STRICT;

DROP TRIGGER journal_is_not_changed;
CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
WHEN NOT EXISTS (SELECT 1 FROM entry_redaction AS r WHERE r.entry = OLD.entry AND r.hash IS OLD.hash)
  OR NEW.entry IS NOT OLD.entry OR NEW.at IS NOT OLD.at OR NEW.day IS NOT OLD.day OR NEW.account_id IS NOT OLD.account_id
  OR NEW.person IS NOT OLD.person OR NEW.workstation IS NOT OLD.workstation OR NEW.action IS NOT OLD.action
  OR NEW.undoes IS NOT OLD.undoes OR NEW.schema IS NOT OLD.schema OR NEW.parent_hash IS NOT OLD.parent_hash
  OR NEW.hash IS NOT OLD.hash OR NEW.signed_by IS NOT OLD.signed_by OR NEW.signature IS NOT OLD.signature
BEGIN SELECT RAISE(ABORT, 'the journal is appended only'); END;

-- In the sealed file: a case that lies there, and why.
CREATE TABLE sealed_case (
  case_id      INTEGER PRIMARY KEY REFERENCES case_file (id),
  state        TEXT NOT NULL CHECK (state IN ('sealed', 'leaving')),  -- leaving: it is being brought back
  sealed_on    TEXT NOT NULL,
  sealed_by    TEXT NOT NULL CHECK (sealed_by <> ''),
  ground       TEXT NOT NULL,                 -- vocabulary: seal_ground
  authority    TEXT NOT NULL DEFAULT '',      -- whose decision, its number
  reason       TEXT NOT NULL DEFAULT '',
  joint_reason TEXT NOT NULL DEFAULT ''       -- why the whole of a case with adults was sealed
) STRICT;

-- In the sealed file: rows of a case that refer to what does not lie there (links, returned intakes, declared conflicts).
CREATE TABLE sealed_row (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id    INTEGER NOT NULL REFERENCES case_file (id),
  table_name TEXT NOT NULL,
  body       TEXT NOT NULL                    -- JSON: column -> value
) STRICT;
CREATE INDEX sealed_row_of ON sealed_row (case_id);

-- In the sealed file: the office's journal entries of a case as they were made.
CREATE TABLE sealed_entry (
  case_id INTEGER NOT NULL,
  entry   INTEGER NOT NULL,
  body    TEXT NOT NULL,                      -- JSON: the entry with its hash and signature
  PRIMARY KEY (case_id, entry)
) STRICT, WITHOUT ROWID;
