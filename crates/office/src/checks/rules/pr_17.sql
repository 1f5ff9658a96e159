-- title zh    不起诉拟提行政处罚意见未移送
-- title en    Non-prosecution not handed to administrative prosecution
-- rule zh     不起诉后认为需要给予行政处罚的，刑事检察部门应当将案件移送行政检察部门审查。
-- rule en     After a non-prosecution where an administrative penalty may be due, the case goes to administrative prosecution.
-- do zh       移送行政检察部门并登记；确系不需移送的，在答复中说明。
-- do en       Transfer the case and record it; where none is due, explain it.
-- severity    high
-- applies     prosecution
-- basis       CPL 177; Rules 373; Rev 2
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; act not_prosecuted 2026-02-01 of=张某 kind=relative administrative_opinion=yes; act reverse_link_transferred 2026-02-03
-- good        case first_instance_prosecution 2026-01-05; person 张某; act not_prosecuted 2026-02-01 of=张某 kind=relative administrative_opinion=no
-- bad         case first_instance_prosecution 2026-01-05; person 张某; act not_prosecuted 2026-02-01 of=张某 kind=relative administrative_opinion=yes; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'not_prosecuted' AND a.fields ->> 'administrative_opinion' = 'yes'
 WHERE NOT EXISTS (SELECT 1 FROM act AS t
                    WHERE t.case_id = a.case_id AND t.kind = 'reverse_link_transferred' AND t.on_day >= a.on_day);
