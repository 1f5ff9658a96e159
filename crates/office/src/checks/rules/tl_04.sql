-- title zh    期限届满后才延长
-- title en    Extension recorded after the period had ended
-- rule zh     延长办案期限应当在期限届满前批准。
-- rule en     An extension is approved before the period ends.
-- do zh       核对延长的批准日期；确在届满后的，该延长不计入期限。
-- do en       Check the day of approval; an extension after the end does not count.
-- severity    high
-- applies     all
-- basis       CPL 172; Rules 351
-- in force    2019-12-30 ..
-- good        case first_instance_prosecution 2026-01-05; person 张某; act review_extended 2026-02-03 extension=major_complex_15d reason=major_complex
-- bad         case first_instance_prosecution 2026-01-05; person 张某; act review_extended 2026-03-20 extension=major_complex_15d reason=major_complex; finds act:1
SELECT g.case_id, 'act:' || g.act_id AS subject, g.rule, g.trigger_on, a.on_day
  FROM scope
  JOIN deadline_gap AS g ON g.case_id = scope.case_id AND g.code = 'extension_after_expiry'
  JOIN act AS a ON a.id = g.act_id
 GROUP BY g.case_id, g.act_id;
