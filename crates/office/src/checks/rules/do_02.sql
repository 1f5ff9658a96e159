-- title zh    文书签发早于批准或者晚于办结
-- title en    Paper issued before its approval or after the case was closed
-- rule zh     文书应当先批准后签发；办结后不应再签发办案文书。
-- rule en     A paper is issued after its approval and not after the case was closed.
-- do zh       核对文书的批准日期和签发日期。
-- do en       Check the days of approval and issue.
-- severity    medium
-- applies     all
-- basis       Rules 4; Rules 666
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; act document_issued 2026-02-01 kind=indictment approved_on=2026-01-31
-- bad         case first_instance_prosecution 2026-01-05; act document_issued 2026-02-01 kind=indictment approved_on=2026-02-02; finds act:1
-- bad         case first_instance_prosecution 2026-01-05; act closed 2026-02-01 outcome=完; act document_issued 2026-02-03 kind=indictment approved_on=2026-01-31
SELECT a.case_id, 'act:' || a.id AS subject, a.fields ->> 'kind' AS document_kind, a.on_day, a.fields ->> 'approved_on' AS approved_on
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'document_issued'
 WHERE a.fields ->> 'approved_on' > a.on_day
    OR EXISTS (SELECT 1 FROM act AS c
                WHERE c.case_id = a.case_id AND c.kind = 'closed' AND c.on_day < a.on_day
                  AND NOT EXISTS (SELECT 1 FROM act AS o
                                   WHERE o.case_id = a.case_id AND o.kind = 'reopened' AND o.on_day BETWEEN c.on_day AND a.on_day));
