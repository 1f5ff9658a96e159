INSERT INTO hearing_seat (case_id, hearing_id, officer_id, name, birth, unit, profession, category, selection,
                          selection_reason, draw_id, namesake_reason, outside_approved_by, outside_approved_on,
                          asked_before)
VALUES (:case_id, :hearing_id, :officer_id, :name, :birth, :unit, :profession, :category, :selection,
        :selection_reason, :draw_id, :namesake_reason, :outside_approved_by, :outside_approved_on,
        (SELECT count(*)
           FROM hearing_seat AS s
           JOIN hearing AS h ON h.id = s.hearing_id
           JOIN hearing AS this ON this.id = :hearing_id
          WHERE s.officer_id = :officer_id AND s.dropped_on IS NULL AND h.cancelled_on IS NULL
            AND substr(h.held_on, 1, 4) = substr(this.held_on, 1, 4)));
