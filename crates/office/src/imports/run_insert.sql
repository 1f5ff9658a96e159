INSERT INTO import_run (source_id, on_day, file_name, sha256, counts, account_id)
VALUES (:source_id, :on_day, :file_name, :sha256, :counts, :account_id)
