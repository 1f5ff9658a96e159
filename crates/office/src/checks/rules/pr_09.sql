-- title zh    签署具结书时无律师在场
-- title en    Plea statement signed without a lawyer
-- rule zh     犯罪嫌疑人签署认罪认罚具结书，应当有辩护人或者值班律师在场。
-- rule en     The plea-leniency statement is signed in the presence of the defender or the duty lawyer.
-- do zh       核对在场律师并补填；确无律师在场的，重新签署。
-- do en       Check who was present; where no lawyer was, sign again.
-- severity    stop
-- applies     prosecution
-- basis       CPL 174; Rules 272
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; act plea_statement_signed 2026-01-20 of=张某 present=duty_lawyer
-- bad         case first_instance_prosecution 2026-01-05; person 张某; act plea_statement_signed 2026-01-20 of=张某 present=none; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.on_day, a.fields ->> 'present' AS present_lawyer
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'plea_statement_signed'
 WHERE coalesce(a.fields ->> 'present', 'none') = 'none';
