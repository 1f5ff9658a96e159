-- Who signs the journal, and what two administrators have to agree on.

ALTER TABLE journal ADD COLUMN signed_by TEXT NOT NULL DEFAULT '';   -- the workstation's public key; '' before there were any
ALTER TABLE journal ADD COLUMN signature BLOB NOT NULL DEFAULT x'';  -- Ed25519 over the hash
CREATE INDEX journal_by_action ON journal (action, entry);

CREATE TABLE workstation (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  name       TEXT NOT NULL CHECK (name <> ''),
  public_key TEXT NOT NULL UNIQUE CHECK (length(public_key) = 64),
  known_from TEXT NOT NULL
) STRICT;

-- What one administrator asks for and another grants: an account, its post, a way to a new passphrase.
CREATE TABLE account_request (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  kind       TEXT NOT NULL CHECK (kind IN ('save', 'reset')),
  login      TEXT NOT NULL CHECK (login <> ''),
  body       TEXT NOT NULL,                   -- JSON: the account as it is to be
  asked_by   INTEGER NOT NULL REFERENCES account (id),
  asked_on   TEXT NOT NULL,
  decided_by INTEGER REFERENCES account (id),
  decided_on TEXT,
  granted    INTEGER CHECK (granted IN (0, 1)),
  CHECK ((decided_by IS NULL) = (granted IS NULL)),
  CHECK (decided_by IS NULL OR decided_by <> asked_by)
) STRICT;
CREATE INDEX account_request_open ON account_request (id) WHERE granted IS NULL;
