INSERT INTO hearing_seat (case_id, hearing_id, officer_id, name, birth, unit, profession, category, selection,
                          selection_reason, draw_id, namesake_reason, outside_approved_by, outside_approved_on)
VALUES (:case_id, :hearing_id, :officer_id, :name, :birth, :unit, :profession, :category, :selection,
        :selection_reason, :draw_id, :namesake_reason, :outside_approved_by, :outside_approved_on);
