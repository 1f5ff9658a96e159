-- title zh    附条件不起诉的对象不是未成年人
-- title en    Conditional non-prosecution of somebody who is not a minor
-- rule zh     附条件不起诉适用于未成年人涉嫌刑法分则第四、五、六章规定的犯罪，可能判处一年有期徒刑以下刑罚的案件。
-- rule en     Conditional non-prosecution is for minors, crimes of chapters 4 to 6, and a likely term of at most one year.
-- do zh       核对人员的出生日期、行为日期和未成年标注。
-- do en       Check birth, day of the act and the mark.
-- severity    stop
-- applies     prosecution
-- basis       CPL 282
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某 minor_at_act=1; act conditional_not_prosecuted 2026-02-01 of=张某 months=6
-- bad         case first_instance_prosecution 2026-01-05; person 张某; act conditional_not_prosecuted 2026-02-01 of=张某 months=6; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, p.name AS person, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'conditional_not_prosecuted'
  JOIN person AS p ON p.id = a.person_id AND coalesce(p.minor_at_act, 0) = 0;
