-- title zh    公益诉讼仅凭回复结案
-- title en    Public-interest case ended on the reply alone
-- rule zh     收到回复后应当跟进调查，实地核实整改情况，再决定是否终结。
-- rule en     After the reply the rectification is verified on site before the case is ended.
-- do zh       补录现场核实的跟进调查。
-- do en       Record the follow-up on site.
-- severity    medium
-- applies     pil_administrative
-- basis       PIL 77; PIL 79; PIL 82
-- in force    2021-07-01 ..
-- good        case pil_admin_pretrial 2026-01-05; act suggestion_replied 2026-03-01 adopted=yes; act followed_up 2026-03-10 on_site=yes rectified=yes; act terminated 2026-03-20 reason=rectified
-- bad         case pil_admin_pretrial 2026-01-05; act suggestion_replied 2026-03-01 adopted=yes; act terminated 2026-03-20 reason=rectified; finds act:2
-- bad         case pil_admin_pretrial 2026-01-05; act suggestion_replied 2026-03-01 adopted=yes; act followed_up 2026-03-10 on_site=no rectified=yes; act terminated 2026-03-20 reason=rectified
SELECT a.case_id, 'act:' || a.id AS subject, a.on_day
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'terminated'
   AND a.fields ->> 'reason' IN ('rectified', 'interest_protected')
 WHERE NOT EXISTS (SELECT 1 FROM act AS f
                    WHERE f.case_id = a.case_id AND f.kind = 'followed_up' AND f.fields ->> 'on_site' = 'yes'
                      AND f.on_day <= a.on_day);
