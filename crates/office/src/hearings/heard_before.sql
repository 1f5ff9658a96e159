SELECT EXISTS (SELECT 1
                 FROM hearing_seat AS s
                 JOIN hearing AS h ON h.id = s.hearing_id
                WHERE s.officer_id = ?1 AND h.case_id = ?2 AND h.id <> ?3
                  AND s.dropped_on IS NULL AND h.cancelled_on IS NULL);
