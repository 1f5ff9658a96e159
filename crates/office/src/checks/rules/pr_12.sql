-- title zh    建议刑期超过三年仍建议速裁
-- title en    Fast track with a suggested term of more than three years
-- rule zh     速裁程序适用于可能判处三年有期徒刑以下刑罚的案件。
-- rule en     The fast track is for cases with a likely term of at most three years.
-- do zh       核对建议刑期，或者改为建议适用其他程序。
-- do en       Check the suggested term, or suggest another procedure.
-- severity    high
-- applies     prosecution
-- basis       CPL 222; Rules 437
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; act plea_statement_signed 2026-01-20 of=张某 present=duty_lawyer penalty=fixed_term months_to=36 procedure=fast_track
-- bad         case first_instance_prosecution 2026-01-05; person 张某; act plea_statement_signed 2026-01-20 of=张某 present=duty_lawyer penalty=fixed_term months_to=37 procedure=fast_track; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, max(CAST(coalesce(a.fields ->> 'months_from', '0') AS INTEGER), CAST(coalesce(a.fields ->> 'months_to', '0') AS INTEGER)) AS months
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'plea_statement_signed' AND a.fields ->> 'procedure' = 'fast_track'
 WHERE max(CAST(coalesce(a.fields ->> 'months_from', '0') AS INTEGER), CAST(coalesce(a.fields ->> 'months_to', '0') AS INTEGER)) > 36;
