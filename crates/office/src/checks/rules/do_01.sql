-- title zh    文书编号重复或者年份不符
-- title en    Document number given twice, or of another year
-- rule zh     法律文书统一编号，一号一文书，年份与制发年份一致。
-- rule en     Documents are numbered by one series; a number is given once and names the year of issue.
-- do zh       核对文书编号。
-- do en       Check the number of the document.
-- severity    high
-- applies     all
-- basis       Rules 666
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; act document_issued 2026-02-01 kind=return_decision number=测检补侦〔2026〕3号; act document_issued 2026-03-01 kind=indictment number=测检刑诉〔2026〕3号
-- bad         case first_instance_prosecution 2026-01-05; act document_issued 2026-02-01 kind=return_decision number=测检补侦〔2025〕3号; finds act:1
-- bad         case first_instance_prosecution 2026-01-05; act document_issued 2026-02-01 kind=return_decision number=测检补侦〔2026〕3号; act document_issued 2026-03-01 kind=return_decision number=测检补侦〔2026〕3号; finds act:2
SELECT n.case_id, 'act:' || n.id AS subject, n.fields ->> 'number' AS number, n.fields ->> 'kind' AS document_kind, n.on_day
  FROM scope
  JOIN act AS n ON n.case_id = scope.case_id AND n.kind = 'document_issued' AND coalesce(n.fields ->> 'number', '') <> ''
 WHERE (n.fields ->> 'number' GLOB '*〔[12][0-9][0-9][0-9]〕*'
        AND substr(n.fields ->> 'number', instr(n.fields ->> 'number', '〔') + 1, 4) <> substr(n.on_day, 1, 4))
    OR EXISTS (SELECT 1 FROM act AS o
                WHERE o.case_id = n.case_id AND o.kind = 'document_issued' AND o.id < n.id
                  AND o.fields ->> 'number' = n.fields ->> 'number');
