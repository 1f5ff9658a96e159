-- title zh    收到法院处理结果未审查
-- title en    Result of the court not reviewed
-- rule zh     人民法院对监督案件作出处理结果的，应当进行审查并填写处理结果审查登记表。
-- rule en     What the court did after supervision is reviewed and registered.
-- do zh       补填审查日期。
-- do en       Enter the day of the review.
-- severity    medium
-- applies     civil administrative
-- basis       Civ 123; Adm 124
-- in force    2021-08-01 ..
-- good        case civil_judgment_supervision 2026-01-05; act court_replied 2026-05-01 adopted=yes reviewed_on=2026-05-10
-- bad         case civil_judgment_supervision 2026-01-05; act court_replied 2026-05-01 adopted=yes; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.on_day, a.fields ->> 'adopted' AS reply_adopted
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'court_replied'
 WHERE coalesce(a.fields ->> 'reviewed_on', '') = '';
