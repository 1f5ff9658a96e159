-- title zh    退回补充侦查超过两次
-- title en    More than two returns for supplementary investigation
-- rule zh     补充侦查以二次为限。
-- rule en     A case is returned for supplementary investigation at most twice.
-- do zh       核对退查次数；确属第三次的，依法作出决定。
-- do en       Check how many returns there were; after two, decide on the evidence there is.
-- severity    stop
-- applies     prosecution
-- basis       CPL 175; Rules 346
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; act returned_for_investigation 2026-02-01; act retransferred 2026-03-01 received_on=2026-03-01; act returned_for_investigation 2026-03-20
-- bad         case first_instance_prosecution 2026-01-05; act returned_for_investigation 2026-02-01; act returned_for_investigation 2026-03-20; act returned_for_investigation 2026-05-20; finds act:3
SELECT r.case_id, 'act:' || r.id AS subject, r.on_day, r.number
  FROM (SELECT a.case_id, a.id, a.on_day, row_number() OVER (PARTITION BY a.case_id ORDER BY a.on_day, a.id) AS number
          FROM scope
          JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'returned_for_investigation') AS r
 WHERE r.number > 2;
