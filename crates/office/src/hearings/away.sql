-- Who is away on the day of a hearing: the chair, the officers who have a seat.
SELECT 'chair_away' AS code, a.name AS about, max(f.to_day) AS to_day
  FROM absence AS f
  JOIN account AS a ON a.id = f.account_id
 WHERE f.account_id = :chair AND :held_on BETWEEN f.from_day AND f.to_day
 GROUP BY a.id
UNION ALL
SELECT 'officer_away', s.name, max(f.to_day)
  FROM hearing_seat AS s
  JOIN officer_away AS f ON f.officer_id = s.officer_id AND :held_on BETWEEN f.from_day AND f.to_day
 WHERE s.hearing_id = :hearing AND s.dropped_on IS NULL
 GROUP BY s.id;
