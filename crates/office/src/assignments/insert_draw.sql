INSERT INTO draw (case_id, on_day, method, seed, candidates, excluded, chosen_id, drawn_by)
VALUES (:case_id, :on_day, :method, :seed, :candidates, :excluded, :chosen_id, :drawn_by);
