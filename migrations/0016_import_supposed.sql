-- What of a case nobody said and the record holds nevertheless, since a ledger was imported that left it open.

ALTER TABLE import_row ADD COLUMN supposed TEXT NOT NULL DEFAULT '[]';  -- JSON: [code of the remark, column of the file]
