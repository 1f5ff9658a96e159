//! The forms in which people type at intake, and what a case says of itself: days, numbers, the identity number on the day of the
//! act, the banner, the stage that follows from acts, the history of every field.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;

use common::{TestDesk, refusal_of};
use serde_json::{Value, json};

fn registration() -> Value {
    json!({
        "line": "GC", "category": "first_instance_prosecution", "title": "张三盗窃案", "cause": "盗窃罪",
        "source": "police", "from_unit": "测县公安局", "received_on": "2026-03-02", "accepted_on": "2026-03-03",
        "persons": [{ "role": "suspect", "name": "张三" }],
    })
}

#[test]
fn a_day_is_typed_in_any_usual_form() {
    let desk = TestDesk::founded();
    // The day of the office is 2026-03-05, a Thursday.
    for (typed, day) in [
        ("20260305", "2026-03-05"),
        ("3-5", "2026-03-05"),
        ("3.5", "2026-03-05"),
        ("３／５", "2026-03-05"),
        ("今天", "2026-03-05"),
        ("昨天", "2026-03-04"),
        ("+15", "2026-03-20"),
        ("-3", "2026-03-02"),
        ("2026年3月5日", "2026-03-05"),
        ("二〇二六年三月五日", "2026-03-05"),
        ("2026-3-5", "2026-03-05"),
    ] {
        assert_eq!(desk.ask("day_read", json!({ "text": typed })), day, "{typed}");
    }
    for typed in ["13-45", "2026-02-29", "某天", ""] {
        let refused = desk.try_ask("day_read", json!({ "text": typed })).unwrap_err();
        assert_eq!(refused.at, "text", "{typed}: {refused}");
    }
}

#[test]
fn an_identity_number_fills_birthday_sex_and_the_age_on_the_day_of_the_act() {
    let desk = TestDesk::founded();
    let mut entry = registration();
    // Eighteen on 2026-02-01: a minor the day before, and no longer on the day after the birthday.
    entry["persons"] = json!([
        { "role": "suspect", "name": "前一日", "id_number": "110105200802010016", "act_on": "2026-01-31" },
        { "role": "suspect", "name": "后一日", "id_number": "110105200802010016", "act_on": "2026-02-02" },
    ]);
    let number = "110105200802010016";
    let read = |on: &str| desk.ask("identity_read", json!({ "number": number, "on": on }));
    assert_eq!((&read("2026-01-31")["age"], &read("2026-02-02")["age"]), (&json!(17), &json!(18)));
    desk.ask("case_register", entry);
    let sheet = desk.ask("case_sheet", json!({ "case": "2026-GC-00001" }));
    let person = |nth: usize| &sheet["persons"][nth]["person"];
    assert_eq!((&person(0)["birth"], &person(0)["sex"]), (&json!("2008-02-01"), &json!("male")));
    assert_eq!((&person(0)["minor_at_act"], &person(1)["minor_at_act"]), (&json!(true), &json!(false)));
    assert_eq!(sheet["head"]["is_minor"], true, "the banner tells of the one who was a minor");
}

#[test]
fn every_number_of_a_case_is_found_whatever_its_brackets() {
    let desk = TestDesk::founded();
    let mut entry = registration();
    entry["numbers"] = json!([
        { "kind": "department", "number": "测检刑诉受[2026]341023000012号" },
        { "kind": "unified", "number": "34102320260000420" },
        { "kind": "police", "number": "测公（刑）诉字〔2026〕7号" },
        { "kind": "court", "number": "(2026)皖1023刑初8号" },
        { "kind": "detention_centre", "number": "测看2026-15" },
    ]);
    desk.ask("case_register", entry);
    for typed in [
        "测检刑诉受〔2026〕341023000012号",
        "测检刑诉受（2026）341023000012号",
        "测检刑诉受【２０２６】341023000012号",
        "341023000012",
        "34102320260000420",
        "测公(刑)诉字[2026]7号",
        "（2026）皖1023刑初8号",
        "测看2026-15",
        "2026-GC-00001",
        "2026-gc-00001",
    ] {
        let found = desk.ask("search", json!({ "text": typed, "limit": 5 }));
        assert_eq!(found["hits"][0]["register_no"], "2026-GC-00001", "{typed}: {found}");
    }
}

#[test]
fn intake_keeps_what_was_checked_and_what_was_refused() {
    let desk = TestDesk::founded();
    let checks = desk.ask("vocabulary", json!({}))["choices"]["intake_check"].clone();
    let code = |nth: usize| checks[nth]["code"].as_str().unwrap().to_owned();
    assert!(checks.as_array().unwrap().len() >= 4, "jurisdiction, papers, goods, suspect and measure: {checks}");
    let mut entry = registration();
    entry["checklist"] = json!({ code(0): { "answer": "yes" }, code(1): { "answer": "no", "note": "缺换押证" } });
    desk.ask("case_register", entry);
    let sheet = desk.ask("case_sheet", json!({ "case": "2026-GC-00001" }));
    assert_eq!(sheet["head"]["checklist"][code(1)]["note"], "缺换押证");
    let refused = json!({ "outcome": "refused", "reason": "no_jurisdiction", "title": "王五案",
                          "category": "first_instance_prosecution", "from_unit": "测县公安局" });
    let without = json!({ "outcome": "refused", "reason": "", "title": "王五案",
                          "category": "first_instance_prosecution", "from_unit": "测县公安局" });
    assert!(desk.try_ask("intake_refuse", without).is_err(), "a refusal has its reason");
    desk.ask("intake_refuse", refused);
    let listed = desk.ask("intake_refusals", json!({}));
    assert_eq!((&listed[0]["outcome"], &listed[0]["reason"]), (&json!("refused"), &json!("no_jurisdiction")));
}

#[test]
fn the_stage_follows_from_acts_and_every_field_has_its_history() {
    let desk = TestDesk::founded();
    let case = desk.ask("case_register", registration())["case"].clone();
    let stage = || desk.ask("case_sheet", json!({ "case": case }))["head"]["stage"].clone();
    assert_eq!(stage(), "accepted");
    let me = desk.ask("session", json!({}))["account"]["id"].clone();
    desk.ask(
        "account_save",
        json!({ "account": { "id": me, "login": "li", "name": "李案管", "post": "case_management_clerk",
        "in_quota": true, "on_duty": true } }),
    );
    desk.ask(
        "assignment_designate",
        json!({ "case": case, "designation": { "account": me, "reason": "leader_direct" } }),
    );
    assert_eq!(stage(), "reviewing");
    let record = |kind: &str, on: &str, fields: Value| {
        desk.ask("act_record", json!({ "case": case, "act": { "kind": kind, "on": on, "fields": fields } }))
    };
    record("returned_for_investigation", "2026-03-05", json!({}));
    assert_eq!(stage(), "returned");
    let last =
        desk.ask("case_sheet", json!({ "case": case }))["acts"].as_array().unwrap().last().unwrap()["id"].clone();
    desk.ask("act_remove", json!({ "id": last, "reason": "录错" }));
    assert_eq!(stage(), "reviewing", "the stage is nothing of its own");

    let person = desk.ask("case_sheet", json!({ "case": case }))["persons"][0]["id"].clone();
    let rename = |name: &str| {
        let entry = json!({ "id": person, "role": "suspect", "name": name });
        desk.ask("person_save", json!({ "case": case, "person": entry, "reason": "更正" }));
    };
    rename("张山");
    rename("章山");
    desk.ask("case_change", json!({ "case": case, "change": { "from_unit": "测县公安局刑侦大队" } }));
    let history = |table: &str, key: &Value, field: &str| {
        let ask = json!({ "case": case, "table": table, "key": key.to_string(), "field": field });
        let lines = desk.ask("field_history", ask).as_array().unwrap().clone();
        lines.iter().map(|line| format!("{} → {}", line["before"], line["after"])).collect::<Vec<_>>()
    };
    let mut names = history("person", &person, "name");
    names.sort();
    assert!(
        names.contains(&"\"张三\" → \"张山\"".to_owned()) && names.contains(&"\"张山\" → \"章山\"".to_owned()),
        "{names:?}"
    );
    let units = history("case_file", &case, "from_unit");
    assert!(units.contains(&"\"测县公安局\" → \"测县公安局刑侦大队\"".to_owned()), "{units:?}");
    assert_eq!(refusal_of(desk.try_ask("case_sheet", json!({ "case": "2026-GC-00009" }))), "case_unknown");
}
