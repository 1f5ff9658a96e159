-- title zh    附条件不起诉无社会调查
-- title en    Conditional non-prosecution without a social investigation
-- rule zh     办理未成年人刑事案件，可以对其成长经历、犯罪原因、监护教育等情况进行调查，作为办案和教育的参考。
-- rule en     The upbringing, the cause of the crime and the guardianship of a minor are looked into.
-- do zh       补录社会调查，或者说明原因。
-- do en       Record the social investigation, or explain why there is none.
-- severity    medium
-- applies     prosecution
-- basis       CPL 279; Rules 461
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某 minor_at_act=1; act social_investigation_done 2026-01-20 of=张某; act conditional_not_prosecuted 2026-02-01 of=张某 months=6
-- bad         case first_instance_prosecution 2026-01-05; person 张某 minor_at_act=1; act conditional_not_prosecuted 2026-02-01 of=张某 months=6; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'conditional_not_prosecuted'
 WHERE NOT EXISTS (SELECT 1 FROM act AS s
                    WHERE s.case_id = a.case_id AND s.kind = 'social_investigation_done' AND coalesce(s.person_id, a.person_id) IS a.person_id);
