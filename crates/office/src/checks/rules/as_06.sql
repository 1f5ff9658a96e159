-- title zh    未告知回避权利及承办人
-- title en    Recusal right and handlers not told
-- rule zh     应当告知当事人有权申请回避，并告知承办检察官等人员的姓名。
-- rule en     The parties are told of the right to recusal and who handles the case.
-- do zh       补录告知。
-- do en       Record that they were told.
-- severity    medium
-- applies     prosecution civil administrative
-- basis       Rules 26; Civ 45; Adm 46
-- in force    2021-08-01 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; act recusal_right_told 2026-01-07; act prosecuted 2026-02-01 charge=盗窃罪
-- bad         case first_instance_prosecution 2026-01-05; person 张某; act prosecuted 2026-02-01 charge=盗窃罪; finds act:1
SELECT a.case_id, 'act:' || min(a.id) AS subject, min(a.on_day) AS on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind IN law_act_concluding
 WHERE NOT EXISTS (SELECT 1 FROM act AS t WHERE t.case_id = a.case_id AND t.kind = 'recusal_right_told')
 GROUP BY a.case_id;
