INSERT INTO calendar_year (year, days, sha256, file_name, loaded_on)
VALUES (:year, :days, :sha256, :file_name, :loaded_on)
ON CONFLICT (year) DO UPDATE
   SET days = excluded.days, sha256 = excluded.sha256, file_name = excluded.file_name, loaded_on = excluded.loaded_on;
