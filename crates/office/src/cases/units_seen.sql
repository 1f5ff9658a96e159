-- The units that sent cases or had something returned, the most frequent first.
SELECT unit
  FROM (SELECT from_unit AS unit FROM case_file UNION ALL SELECT from_unit FROM intake_refusal)
 WHERE unit <> ''
 GROUP BY unit
 ORDER BY count(*) DESC, unit
 LIMIT 500;
