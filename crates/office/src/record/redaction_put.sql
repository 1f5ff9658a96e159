-- What stays of an entry. Its hash as it was made is never said anew.
INSERT INTO entry_redaction (entry, hash, kept, hidden) VALUES (:entry, :hash, :kept, :hidden)
ON CONFLICT (entry) DO UPDATE SET kept = excluded.kept, hidden = excluded.hidden;
