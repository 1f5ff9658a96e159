-- With which law, checks and derivers the derived tables were filled, as a digest. '' before it was kept: they are derived anew
-- when the file is opened.
ALTER TABLE record_format ADD COLUMN derived_with TEXT NOT NULL DEFAULT '';
