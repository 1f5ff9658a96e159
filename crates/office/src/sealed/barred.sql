-- The cases of this file that meet one of the interests :declared, or that an interest of account :account went away with.
SELECT f.id
  FROM case_file AS f
 WHERE EXISTS (
         SELECT 1
           FROM json_each(:declared) AS c
          WHERE CASE c.value ->> 'kind'
                  WHEN 'person' THEN EXISTS (SELECT 1 FROM person AS p
                                              WHERE p.case_id = f.id
                                                AND (p.name = c.value ->> 'value' OR p.id_number = c.value ->> 'value'))
                  WHEN 'unit' THEN f.from_unit = c.value ->> 'value'
                       OR EXISTS (SELECT 1 FROM person AS p
                                   WHERE p.case_id = f.id AND p.kind = 'unit' AND p.name = c.value ->> 'value')
                  ELSE f.register_no = c.value ->> 'value'
                       OR EXISTS (SELECT 1 FROM case_number AS n
                                   WHERE n.case_id = f.id AND n.number = c.value ->> 'value')
                END)
    OR EXISTS (SELECT 1 FROM sealed_row AS r
                WHERE r.case_id = f.id AND r.table_name = 'declared_conflict' AND r.body ->> 'account_id' = :account);
