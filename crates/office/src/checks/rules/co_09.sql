-- title zh  提起公诉未填起诉书文号
-- title en  Prosecuted without the number of the indictment
-- rule zh   提起公诉应当制作起诉书并编号，案卡中填录起诉书文号。
-- rule en   Prosecution is brought by a numbered indictment; the card carries its number.
-- do zh     补填起诉书文号。
-- do en     Enter the number of the indictment.
-- severity  high
-- applies   prosecution
-- basis     Rules 358; Practice
-- in force  2019-12-30 ..
-- good      case first_instance_prosecution 2026-01-05; person 张某
--           act prosecuted 2026-02-01 of=张某 charge=盗窃罪 number=测检刑诉〔2026〕1号
-- bad       case first_instance_prosecution 2026-01-05; person 张某
--           act prosecuted 2026-02-01 of=张某 charge=盗窃罪; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'prosecuted'
 WHERE coalesce(a.fields ->> 'number', '') = '';
