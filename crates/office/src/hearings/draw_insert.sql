INSERT INTO hearing_draw (case_id, hearing_id, on_day, method, seed, profession, candidates, excluded, chosen, drawn_by)
VALUES (:case_id, :hearing_id, :on_day, :method, :seed, :profession, :candidates, :excluded, :chosen, :drawn_by);
