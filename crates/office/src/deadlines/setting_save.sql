INSERT INTO period_setting (rule, length, note, amber_days, red_days)
VALUES (:rule, :length, :note, :amber_days, :red_days)
ON CONFLICT (rule) DO UPDATE
   SET length = excluded.length, note = excluded.note, amber_days = excluded.amber_days, red_days = excluded.red_days;
