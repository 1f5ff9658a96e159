-- title zh    提请延长羁押期限过晚
-- title en    Extension of custody requested too late
-- rule zh     公安机关应当在侦查羁押期限届满七日前提请延长。
-- rule en     An extension is requested seven days before the current period ends.
-- do zh       核对收到日期和原届满日；逾期提请的，依法提出纠正意见。
-- do en       Check the day of receipt and the current last day; where late, ask for correction.
-- severity    high
-- applies     custody_extension
-- basis       Rules 309; MPS 148
-- in force    2019-12-30 ..
-- good        case custody_extension 2026-02-20; person 张某; act custody_extension_requested 2026-02-20 of=张某 kind=art156_1m received_on=2026-02-20 current_expiry=2026-02-27
-- bad         case custody_extension 2026-02-20; person 张某; act custody_extension_requested 2026-02-21 of=张某 kind=art156_1m received_on=2026-02-21 current_expiry=2026-02-27; finds act:1
SELECT a.case_id, 'act:' || a.id AS subject, a.fields ->> 'received_on' AS received_on, a.fields ->> 'current_expiry' AS expires_on
  FROM scope
  JOIN act AS a ON a.case_id = scope.case_id AND a.kind = 'custody_extension_requested'
 WHERE a.fields ->> 'received_on' > date(a.fields ->> 'current_expiry', '-7 days');
