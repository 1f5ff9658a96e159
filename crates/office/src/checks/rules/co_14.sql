-- title zh  公益诉讼立案无立案决定书
-- title en  Public-interest case filed without a numbered decision
-- rule zh   公益诉讼立案应当制作立案决定书，并经检察长批准。
-- rule en   A public-interest case is filed by a decision that the chief prosecutor approves.
-- do zh     补填立案决定书文号。
-- do en     Enter the number of the filing decision.
-- severity  medium
-- applies   pil_administrative pil_civil
-- basis     PIL 30
-- in force  2021-07-01 ..
-- good      case pil_admin_pretrial 2026-01-05; act pil_filed 2026-01-20 number=测检行公立〔2026〕1号
-- bad       case pil_admin_pretrial 2026-01-05; act pil_filed 2026-01-20; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'pil_filed'
 WHERE coalesce(a.fields ->> 'number', '') = '';
