-- title zh    认罪认罚起诉无具结书
-- title en    Prosecuted with plea leniency and no statement
-- rule zh     认罪认罚的，应当签署具结书，法律规定不需要签署的除外。
-- rule en     A plea for leniency is confirmed in a signed statement, but where the law asks for none.
-- do zh       补录签署具结书；依法不需要签署的，说明情形。
-- do en       Record the signing; where none is required, explain which exception applies.
-- severity    high
-- applies     prosecution
-- basis       CPL 174; Rules 272; Rules 274
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; act plea_statement_signed 2026-01-20 of=张某 present=duty_lawyer; act prosecuted 2026-02-01 of=张某 charge=盗窃罪 plea=yes
-- bad         case first_instance_prosecution 2026-01-05; person 张某; act prosecuted 2026-02-01 of=张某 charge=盗窃罪 plea=yes; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'prosecuted' AND a.fields ->> 'plea' = 'yes'
 WHERE NOT EXISTS (SELECT 1 FROM act AS s
                    WHERE s.case_id = a.case_id AND s.kind = 'plea_statement_signed' AND s.on_day <= a.on_day
                      AND (s.person_id IS a.person_id OR s.person_id IS NULL OR a.person_id IS NULL));
