-- title zh    普通犯罪案件由检察机关侦查
-- title en    Ordinary crime investigated by the procuratorate
-- rule zh     人民检察院立案侦查的是司法工作人员利用职权实施的犯罪等；其他犯罪由公安机关等侦查。
-- rule en     The procuratorate investigates crimes of judicial staff in office; other crimes are investigated by others.
-- do zh       核对案件来源和业务条线。
-- do en       Check the source and the line.
-- severity    medium
-- applies     GC MC EC
-- basis       Rules 13; Practice
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05 source=police
-- bad         case first_instance_prosecution 2026-01-05 source=own_investigation; finds field:source
SELECT c.id AS case_id, 'field:source' AS subject, c.source AS case_source
  FROM scope
  JOIN case_file AS c ON c.id = scope.case_id AND c.source = 'own_investigation'
   AND c.category IN ('arrest_review', 'first_instance_prosecution');
