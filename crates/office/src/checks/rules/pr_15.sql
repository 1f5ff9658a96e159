-- title zh    法定、存疑不起诉标注适用认罪认罚
-- title en    Plea leniency marked on a statutory or insufficient-evidence non-prosecution
-- rule zh     法定不起诉、存疑不起诉不以认罪认罚为前提，一般不应标注适用认罪认罚。
-- rule en     A statutory or insufficient-evidence non-prosecution does not rest on a plea; the mark is seldom right.
-- do zh       核对不起诉种类和认罪认罚标注。
-- do en       Check the kind of non-prosecution and the mark.
-- severity    medium
-- applies     prosecution
-- basis       Practice
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; act not_prosecuted 2026-02-01 of=张某 kind=relative plea=yes
-- bad         case first_instance_prosecution 2026-01-05; person 张某; act not_prosecuted 2026-02-01 of=张某 kind=insufficient_evidence plea=yes; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.fields ->> 'kind' AS non_prosecution_kind, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'not_prosecuted'
 WHERE a.fields ->> 'kind' IN ('statutory', 'insufficient_evidence') AND a.fields ->> 'plea' = 'yes';
