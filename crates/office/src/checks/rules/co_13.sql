-- title zh    依申请监督案件未登记申请
-- title en    Supervision on application without the application
-- rule zh     当事人申请监督的，应当收到监督申请书等材料后受理。
-- rule en     A case on a party's application is accepted on the application and its papers.
-- do zh       补录收到监督申请的节点。
-- do en       Record the receipt of the application.
-- severity    medium
-- applies     civil administrative
-- basis       Civ 21; Adm 21
-- in force    2021-08-01 ..
-- good        case civil_judgment_supervision 2026-01-05 source=party; act application_received 2026-01-04 received_on=2026-01-04
-- good        case civil_judgment_supervision 2026-01-05 source=found_in_duty
-- bad         case civil_judgment_supervision 2026-01-05 source=party; finds case
SELECT c.id AS case_id, 'case' AS subject, c.source AS case_source
  FROM scope
  JOIN case_file AS c ON c.id = scope.case_id
 WHERE c.source IN law_case_source_application
   AND NOT EXISTS (SELECT 1 FROM act AS a WHERE a.case_id = c.id AND a.kind = 'application_received');
