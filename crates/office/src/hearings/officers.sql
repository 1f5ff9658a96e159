SELECT o.*,
       (SELECT count(*)
          FROM hearing_seat AS s
          JOIN hearing AS h ON h.id = s.hearing_id
         WHERE s.officer_id = o.id AND s.dropped_on IS NULL AND h.cancelled_on IS NULL
           AND substr(h.held_on, 1, 4) = ?1) AS hearings_this_year
  FROM officer AS o
 ORDER BY o.removed_on IS NOT NULL, o.name, o.id;
