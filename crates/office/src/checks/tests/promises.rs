//! What the engine promises, whatever the checks are.

use crate::checks::Check;

#[track_caller]
fn fault(text: &'static str) -> String {
    Check::read("x_01", text).unwrap_err().fault
}

const HEAD: &str = "\
-- title zh  题
-- title en  Title
-- rule zh  规则
-- rule en  Rule
-- do zh  处理
-- do en  Remedy
-- severity  high
-- applies  prosecution
-- basis  CPL 172; Rules 351
-- in force  2019-12-30 ..
-- good  case first_instance_prosecution 2026-01-05
-- bad  case first_instance_prosecution 2026-01-05
--      person 张某 note=\"两个 词\"
SELECT case_id, 'case' AS subject FROM scope;
";

#[test]
fn a_head_is_read_whole() {
    let check = Check::read("x_01", HEAD).unwrap();
    assert_eq!((&*check.title.zh, &*check.remedy.en), ("题", "Remedy"));
    assert_eq!(check.basis[1].words(anjuan_law::Lang::Zh), "刑诉规则第351条");
    assert_eq!(check.body, "SELECT case_id, 'case' AS subject FROM scope");
    assert_eq!(check.bad[0].facts[1].field("note"), Some("两个 词"));
    let of = |category: &str, day: &str| check.looks_at(anjuan_law::category(category), "GC", day.parse().unwrap());
    assert!(of("first_instance_prosecution", "2019-12-30"));
    assert!(!of("first_instance_prosecution", "2019-12-29"), "older cases keep the rules of their day");
    assert!(!of("arrest_review", "2026-01-01"), "another family");
}

#[test]
fn a_head_with_a_fault_is_not_read() {
    let without = |line: &str, other: &str| -> &'static str { HEAD.replace(line, other).leak() };
    assert_eq!(fault(without("-- severity  high\n", "")), "no \"severity\"");
    assert_eq!(fault(without("severity  high", "severity  grave")), "no severity \"grave\"");
    assert_eq!(fault(without("CPL 172", "NoLaw 172")), "basis: no instrument \"NoLaw\"");
    assert_eq!(fault(without("applies  prosecution", "applies  prosecutions")), "applies: no \"prosecutions\"");
    assert_eq!(fault(without("-- title en  Title\n", "")), "no \"title en\"");
    assert_eq!(fault(without("2019-12-30 ..", "2019-12-30 .. 2019-12-01")), "in force: ends before it begins");
    assert_eq!(fault(without("-- good  case first_instance_prosecution 2026-01-05\n", "")), "no \"good\" example");
    assert_eq!(fault(without("-- basis", "-- basic")), "no \"basis\"");
    assert_eq!(fault(without("-- severity  high", "-- severity  high\n-- colour  red")), "unknown key \"colour\"");
    assert_eq!(fault(without("SELECT case_id, 'case' AS subject FROM scope;", "")), "there is no query");
    assert!(fault(without("person 张某", "persona 张某")).contains("no fact is called"));
}
