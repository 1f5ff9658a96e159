//! Headings as ledgers and the two national exports write them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that finds a fault has to stop")]

use std::collections::BTreeMap;

use anjuan_law::headings::{LedgerType, fields, recognise};

#[track_caller]
fn check(heading: &str, field: &str, confidence: u8) {
    let found = recognise(heading).unwrap_or_else(|| panic!("{heading:?} is not known"));
    assert_eq!((&*found.field.id, found.confidence), (field, confidence), "{heading:?}");
}

fn rows(text: &str) -> Vec<(String, String)> {
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    reader.records().map(|row| row.map(|row| (row[0].to_owned(), row[1].to_owned())).unwrap()).collect()
}

#[test]
fn fields_are_named_once() {
    let mut seen = BTreeMap::new();
    for field in fields() {
        for name in [&field.id, &field.zh, &field.en] {
            assert!(!name.is_empty());
            let found = recognise(name).unwrap();
            assert_eq!(found.field.id, field.id, "{name} leads to two fields");
        }
        assert!(seen.insert(&field.id, ()).is_none(), "{} stands twice", field.id);
        if let LedgerType::Choice { list } = &field.kind {
            assert!(!anjuan_law::choices(list).is_empty(), "{}: no list {list}", field.id);
        }
    }
}

/// Every heading of the table is reached, and by the field it stands under: none is hidden by another.
#[test]
fn every_heading_of_the_table_leads_to_its_field() {
    for (field, heading) in rows(include_str!("../data/headings.csv")) {
        assert_eq!(recognise(&heading).map(|found| &*found.field.id), Some(&*field), "{heading}");
    }
}

/// What a concept of the collected variants is called here.
fn fields_of(concept: &str) -> &'static [&'static str] {
    match concept {
        "case_no_dept" => &["number_department"],
        "case_no_unified" => &["number_unified"],
        "case_name" => &["title"],
        "case_type" => &["category"],
        "suspect" => &["person_name"],
        "suspect_no" => &["person_number"],
        "charge_referred" => &["charge_referred", "charge", "cause"],
        "charge_decided" => &["charge_decided", "charge_prosecuted", "charge"],
        "charge_other" => &["charge_referred_other", "charge_decided_other", "charge_prosecuted_other"],
        "received_on" => &["received_on", "accepted_on"],
        "referred_on" => &["referred_on"],
        "referring_unit" => &["from_unit"],
        "referrer_contact" => &["from_contact"],
        "dept" => &["department"],
        "unit" => &["unit"],
        "handler" => &["handler"],
        "assistant" => &["assistant"],
        "deadline" => &["due_on", "custody_due_on"],
        "detained_on" => &["detained_on"],
        "arrested_on" => &["arrested_on", "arrest_decided_on", "executed_on"],
        "bail_on" => &["bail_on"],
        "measure" => &["measure"],
        "supplement1" => &["returned_on"],
        "concluded_on" => &["concluded_on", "closed_on"],
        "result" => &["outcome"],
        "indicted_on" => &["prosecuted_on"],
        "indictment_no" => &["indictment_number", "number_document"],
        "nonprosecution_no" => &["non_prosecution_number"],
        "leniency" => &["plea_leniency"],
        "sentence_proposal" => &["suggestion_of_sentence"],
        "trial_on" => &["court_session_on"],
        "judged_on" => &["judged_on"],
        "sentence" => &["sentence", "judgment"],
        "effective_on" => &["judgment_effective_on"],
        "archived" => &["archived"],
        "archive_no" => &["number_archive"],
        "hearing" => &["hearing", "hearing_on"],
        "remark" => &["note"],
        "seq" => &["sequence"],
        other => panic!("concept {other}"),
    }
}

/// Of the variants that were seen in ledgers, at least 95 % are known by their own words; today all of them.
#[test]
fn collected_variants_are_known() {
    let text = include_str!("data/heading_variants.csv");
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let variants: Vec<(String, String, bool)> = reader
        .records()
        .map(|row| row.map(|row| (row[0].to_owned(), row[1].to_owned(), &row[2] == "1")).unwrap())
        .collect();
    assert!(variants.len() > 150);
    let is_known = |concept: &str, heading: &str| {
        let found = recognise(heading).filter(|found| found.confidence >= 95);
        found.is_some_and(|found| fields_of(concept).contains(&&*found.field.id))
    };
    for (group, attested) in [("attested", true), ("added", false)] {
        let of: Vec<_> = variants.iter().filter(|(.., seen)| *seen == attested).collect();
        let unknown: Vec<_> = of.iter().filter(|(concept, heading, _)| !is_known(concept, heading)).collect();
        let known = of.len() - unknown.len();
        println!("{group} variants: {known} of {} known ({} %)", of.len(), known * 100 / of.len().max(1));
        assert!(of.len() > 20 && known * 100 >= of.len() * 95, "{unknown:?}");
    }
}

#[test]
fn the_national_exports_are_known_column_by_column() {
    let columns = rows(include_str!("data/national_exports.csv"));
    assert_eq!(columns.len(), 82);
    let mut taken: BTreeMap<(String, String, bool), String> = BTreeMap::new();
    for (table, heading) in columns {
        let found = recognise(&heading).unwrap_or_else(|| panic!("{heading} is not known"));
        let place = (table, found.field.id.clone(), found.whole_case);
        // Two columns of one table that differ only by their words for the same thing.
        if let Some(other) = taken.insert(place, heading.clone()) {
            assert!(other.contains("医用器材") && heading.contains("医用器材"), "{other} and {heading} are one field");
        }
    }
}

#[test]
fn headings_as_they_are_written() {
    check("部门受案号", "number_department", 100);
    check(" 部 门 受 案 号 ", "number_department", 100);
    check("部门受案号：", "number_department", 100);
    check("受理时间* (YYYY-MM-DD)", "accepted_on", 95);
    check("申请人*", "applicant", 100);
    check("犯罪嫌疑人（被告人）", "person_name", 100);
    check("嫌疑人姓名（必填）", "person_name", 95);
    check("被告人/嫌疑人", "person_name", 100);
    check("被告人情况/出生日期", "person_birth", 80);
    check("1.受理日期", "accepted_on", 90);
    check("（一）案由", "cause", 90);
    check("回函时间", "replied_on", 90);
    check("提起公诉\n日期", "prosecuted_on", 100);
    check("Date Accepted", "accepted_on", 100);
    check("date_closed", "closed_on", 100);
    check("ＢＭＳＡＨ", "number_department", 100);
    check("bmsah", "number_department", 100);
}

#[test]
fn units_and_the_whole_case_are_told() {
    let found = recognise("挽回经济损失（万元）").unwrap();
    assert_eq!((&*found.field.id, found.unit.as_deref()), ("loss_recovered", Some("万元")));
    assert_eq!(recognise("罚金（单位：元）").unwrap().unit.as_deref(), Some("元"));
    assert_eq!(recognise("受理时间(YYYY-MM-DD)").unwrap().unit, None);
    let (whole, one) = (recognise("全案_审结日期").unwrap(), recognise("审结日期").unwrap());
    assert_eq!((whole.field.id == one.field.id, whole.whole_case, one.whole_case), (true, true, false));
}

#[test]
fn what_is_not_known_is_not_guessed() {
    for heading in
        ["", "  ", "合格率", "地区", "（件）", "全案", "*", "/", "起诉书公开/已公开数量（件）", "领导批示", "XYZ"]
    {
        assert_eq!(recognise(heading), None, "{heading:?}");
    }
}
