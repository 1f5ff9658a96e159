-- The journal is read entry by entry too: which cases one touched is answered without going through those of all.
CREATE INDEX journal_case_of_entry ON journal_case (entry, case_id);
