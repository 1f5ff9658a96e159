//! The lists the law brings along: whole, in order, and found by what people type.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that finds a fault has to stop")]

use std::collections::BTreeSet;

use anjuan_law::pick::{Entry, List, Picker, pick};
use anjuan_law::{causes, charges, procuratorates};

#[track_caller]
fn check_first(list: List, typed: &str, expected: &str) {
    let found = pick(list, typed, 10);
    let names: Vec<_> = found.iter().map(|hit| &*hit.name).collect();
    assert_eq!(names.first().copied(), Some(expected), "{typed:?} gives {names:?}");
}

#[track_caller]
fn check_among(list: List, typed: &str, expected: &str) {
    let found = pick(list, typed, 50);
    assert!(found.iter().any(|hit| hit.name == expected), "{typed:?} should find {expected}");
}

#[test]
fn charges_are_the_483() {
    assert_eq!(charges::all().len(), 483);
    let ids: BTreeSet<_> = charges::all().iter().map(|charge| &charge.id).collect();
    let names: BTreeSet<_> = charges::all().iter().map(|charge| &charge.name).collect();
    assert_eq!((ids.len(), names.len()), (483, 483));
    for charge in charges::all() {
        assert!((1..=10).contains(&charge.chapter_number()), "{}", charge.name);
        assert!(
            charge.name.ends_with('罪') && charge.id.starts_with(&charge.code) && !charge.name_en.is_empty(),
            "{}",
            charge.name
        );
    }
    assert_eq!(charges::by_id("264").unwrap().chapter_number(), 5);
    let chapters = [5, 6, 10].map(|n| charges::all().iter().filter(|c| c.chapter_number() == n).count());
    assert_eq!(chapters, [13, 146, 31]);
}

#[test]
fn a_charge_is_known_by_any_of_its_names() {
    let names = |name: &str| charges::by_name(name).iter().map(|charge| &*charge.name).collect::<Vec<_>>();
    assert_eq!(names("盗窃罪"), ["盗窃罪"]);
    assert_eq!(names("盗窃"), ["盗窃罪"]);
    assert_eq!(names("掩饰隐瞒犯罪所得犯罪所得收益"), ["掩饰、隐瞒犯罪所得、犯罪所得收益罪"]);
    assert_eq!(names("投毒罪"), ["投放危险物质罪"], "an old name");
    assert_eq!(names("国家机关工作人员徇私舞弊罪"), ["滥用职权罪", "玩忽职守罪"], "divided");
    assert_eq!(names("嫖宿幼女罪"), [""; 0], "no charge of its own any more");
    assert_eq!(names("不是罪名"), [""; 0]);
    for former in charges::former() {
        assert_eq!(former.current_name.is_empty(), names(&former.old_name).is_empty(), "{}", former.old_name);
    }
}

#[test]
fn labels_of_the_data_set_lead_to_charges() {
    let none: Vec<_> = charges::cail_labels().filter(|label| charges::by_cail_label(label).is_empty()).collect();
    assert_eq!(none.len(), 4, "only section headings: {none:?}");
    assert_eq!(charges::cail_labels().count(), 202);
    assert_eq!(charges::by_cail_label("盗窃、侮辱尸体")[0].name, "盗窃、侮辱、故意毁坏尸体、尸骨、骨灰罪");
}

#[test]
fn charges_are_found_as_people_type() {
    check_first(List::Charges, "264", "盗窃罪");
    check_first(List::Charges, "盗窃", "盗窃罪");
    check_first(List::Charges, "dq", "盗窃罪");
    check_first(List::Charges, "dqz", "盗窃罪");
    check_first(List::Charges, "daoqie", "盗窃罪");
    check_first(List::Charges, "DaoQie ", "盗窃罪");
    check_first(List::Charges, "133-1", "危险驾驶罪");
    check_first(List::Charges, "wxjs", "危险驾驶罪");
    check_first(List::Charges, "bangxin", "帮助信息网络犯罪活动罪");
    check_first(List::Charges, "zuzhilingdao", "组织、领导传销活动罪");
    check_first(List::Charges, "帮信", "帮助信息网络犯罪活动罪");
    check_first(List::Charges, "zuijia", "危险驾驶罪");
    check_among(List::Charges, "yinman", "掩饰、隐瞒犯罪所得、犯罪所得收益罪");
    check_among(List::Charges, "zp", "诈骗罪");
    check_first(List::Charges, "投毒", "投放危险物质罪");
    assert_eq!(pick(List::Charges, "投毒", 1)[0].found_by.as_deref(), Some("投毒罪"));
    assert!(pick(List::Charges, "qqqq", 5).is_empty());
    assert_eq!(pick(List::Charges, "", 3).len(), 3);
    assert_eq!(pick(List::Charges, "zui", 7).len(), 7, "no more than asked for");
}

/// Every charge is found by its own initials and its full pinyin in the usual readings.
#[test]
fn every_charge_is_found_by_its_pinyin() {
    for charge in charges::all() {
        for key in anjuan_law::pinyin::initials_all(&charge.name)
            .iter()
            .chain(&anjuan_law::pinyin::full_all(&charge.name))
            .take(4)
        {
            if key.len() > 63 {
                continue;
            }
            let found = pick(List::Charges, key, 483);
            assert!(found.iter().any(|hit| hit.code == charge.id), "{key} should find {}", charge.name);
        }
    }
}

#[test]
fn other_lists_are_found_as_people_type() {
    check_first(List::CivilCauses, "民间借贷", "民间借贷纠纷");
    check_first(List::CivilCauses, "mjjd", "民间借贷纠纷");
    check_first(List::AdministrativeCauses, "xzcf", "行政处罚");
    check_among(List::PilFields, "sthj", "生态环境和资源保护");
    check_first(List::Divisions, "341023", "黟县");
    let yixian: Vec<_> = pick(List::Divisions, "yixian", 3).into_iter().map(|hit| hit.name).collect();
    assert_eq!(yixian, ["易县", "义县", "黟县"], "and only then 应县, whose syllable would be half typed");
    check_first(List::Divisions, "cqs", "重庆市");
    check_first(List::Divisions, "zqs", "重庆市");
    check_among(List::Divisions, "lu'an", "六安市");
    check_first(List::Procuratorates, "安徽省黟县人民检察院", "安徽省黟县人民检察院");
    let hit = &pick(List::Divisions, "341023", 1)[0];
    assert_eq!(hit.detail, "安徽省黄山市黟县");
    assert_eq!(pick(List::CivilCauses, "mjjd", 1)[0].detail.split(" › ").count(), 3);
}

#[test]
fn causes_hang_together() {
    for (list, levels) in [(causes::civil(), vec![12, 59, 514, 470]), (causes::administrative(), vec![1])] {
        let codes: BTreeSet<_> = list.iter().map(|cause| &*cause.code).collect();
        assert_eq!(codes.len(), list.len());
        for cause in list {
            assert!(cause.parent().is_none_or(|parent| codes.contains(parent)), "{}", cause.code);
        }
        for (level, count) in levels.iter().enumerate() {
            assert_eq!(list.iter().filter(|cause| cause.level() == level + 1).count(), *count, "level {}", level + 1);
        }
    }
    assert_eq!(causes::pil_fields().len(), 17);
    assert_eq!(causes::by_name(causes::civil(), "人格权纠纷").len(), 2);
}

#[test]
fn procuratorates_by_name_and_division() {
    assert_eq!(procuratorates::all().len(), 3226);
    assert_eq!(procuratorates::by_division("341023").unwrap().name, "安徽省黟县人民检察院");
    assert_eq!(procuratorates::by_name("黟县人民检察院").unwrap().division, "341023");
    assert!(procuratorates::by_name("朝阳区人民检察院").is_none(), "there are several");
    assert!(procuratorates::by_name("检察院").is_none());
    assert!(procuratorates::by_name("").is_none());
}

#[test]
fn a_list_of_the_office_is_picked_the_same_way() {
    let entry = |code: &str, name: &str| Entry {
        code: code.to_owned(),
        name: name.to_owned(),
        detail: String::new(),
        also: Vec::new(),
    };
    let people = Picker::new([entry("1", "单立人"), entry("2", "尉迟明"), entry("3", "曾小乐")]);
    for (typed, expected) in [
        ("slr", "1"),
        ("dlr", "1"),
        ("yuchi", "2"),
        ("weichi", "2"),
        ("zxl", "3"),
        ("cxy", "3"),
        ("乐", "3"),
        ("2", "2"),
    ] {
        assert_eq!(people.pick(typed, 5).first().map(|hit| &*hit.code), Some(expected), "{typed}");
    }
}
