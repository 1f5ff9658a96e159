-- title zh    民事公益诉讼起诉前未公告
-- title en    Civil public-interest suit without announcement
-- rule zh     提起民事公益诉讼前应当公告；英雄烈士等案件可以直接征询近亲属意见。
-- rule en     A civil public-interest suit is announced before it is filed; in cases of heroes and martyrs the relatives may be asked directly.
-- do zh       补录公告。
-- do en       Record the announcement.
-- severity    high
-- applies     pil_civil
-- basis       PIL 91; PIL 92; PIL-I 13
-- in force    2021-07-01 ..
-- good        case pil_civil_pretrial 2026-01-05; act announced 2026-02-01 medium=正义网; act pil_prosecuted 2026-04-01 court=测县人民法院
-- bad         case pil_civil_pretrial 2026-01-05; act pil_prosecuted 2026-04-01 court=测县人民法院; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'pil_prosecuted'
 WHERE NOT EXISTS (SELECT 1 FROM act AS n WHERE n.case_id = a.case_id AND n.kind = 'announced' AND n.on_day <= a.on_day);
