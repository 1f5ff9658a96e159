//! Cases as a face uses them: by name and JSON.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;

use common::{TestDesk, refusal_of};
use serde_json::{Value, json};

fn registration() -> Value {
    json!({
        "line": "GC", "category": "first_instance_prosecution", "title": "张三盗窃案", "cause": "盗窃罪",
        "source": "police", "from_unit": "测县公安局", "received_on": "2026-03-02", "accepted_on": "2026-03-03",
        "numbers": [{ "kind": "department", "number": "测检刑诉受[2026]341023000012号" }],
        "persons": [{
            "role": "suspect", "name": "张三", "id_number": "11010519491231002X", "act_on": "2026-01-10",
            "charges": [{ "phase": "transferred", "charge": "盗窃罪" }],
            "measures": [{ "kind": "detention", "decided_on": "2026-01-11", "executed_on": "2026-01-11" }],
        }],
    })
}

#[test]
fn a_case_is_registered_and_shown_on_one_page() {
    let desk = TestDesk::founded();
    let registered = desk.ask("case_register", registration());
    assert_eq!(registered["register_no"], "2026-GC-00001");
    let sheet = desk.ask("case_sheet", json!({ "case": "测检刑诉受〔2026〕341023000012号" }));
    assert_eq!(sheet["head"]["stage"], "accepted");
    assert_eq!(sheet["head"]["in_custody"], true);
    assert_eq!(sheet["head"]["function"], "criminal");
    let person = &sheet["persons"][0];
    assert_eq!(person["person"]["birth"], "1949-12-31");
    assert_eq!(person["person"]["sex"], "female");
    assert_eq!(person["person"]["minor_at_act"], false);
    assert_eq!(sheet["acts"][0]["kind"], "accepted");
    assert_eq!(sheet["acts"][0]["fields"][0]["said"]["zh"], "测县公安局");
    assert_eq!(desk.ask("record_rebuild", json!({}))["same"], true);
    assert_eq!(desk.ask("record_verify", json!({}))["sound"], true);
}

#[test]
fn a_registration_is_taken_back_whole() {
    let desk = TestDesk::founded();
    let registered = desk.ask("case_register", registration());
    let entry = registered["changed"]["entry"].clone();
    desk.ask("entry_undo", json!({ "entry": entry, "reason": "重复登记" }));
    assert_eq!(refusal_of(desk.try_ask("case_sheet", json!({ "case": "2026-GC-00001" }))), "case_unknown");
    assert_eq!(desk.ask("record_rebuild", json!({}))["same"], true);
    assert_eq!(desk.ask("record_verify", json!({}))["sound"], true);
}

#[test]
fn a_field_that_cannot_be_read_is_named_by_its_place() {
    let desk = TestDesk::founded();
    let mut wrong = registration();
    wrong["persons"][0]["measures"][0]["executed_on"] = "2026-02-30".into();
    let refusal = desk.try_ask("case_register", wrong).unwrap_err();
    assert_eq!((refusal.code.as_str(), refusal.at.as_str()), ("request_malformed", "persons.0.measures.0.executed_on"));
    let mut unknown = registration();
    unknown["colour"] = "red".into();
    assert_eq!(refusal_of(desk.try_ask("case_register", unknown)), "request_malformed", "nothing is lost silently");
}

#[test]
fn people_acts_and_notes_are_kept_by_command() {
    let desk = TestDesk::founded();
    let case = desk.ask("case_register", registration())["case"].clone();
    let person = json!({ "role": "suspect", "name": "李四", "birth": "2010-03-01", "act_on": "2026-01-10" });
    let saved = desk.ask("person_save", json!({ "case": case, "person": person }));
    let act = json!({ "kind": "measure_taken", "on": "2026-03-04", "person": saved["person"],
                      "fields": { "measure": "bail_guarantor", "executed_on": "昨天" } });
    let recorded = desk.ask("act_record", json!({ "case": "2026-GC-00001", "act": act }));
    desk.ask("note_write", json!({ "case": case, "text": "已通知法定代理人" }));
    let sheet = desk.ask("case_sheet", json!({ "case": case }));
    assert_eq!(sheet["head"]["is_minor"], true);
    assert_eq!(sheet["persons"][1]["measures"][0]["executed_on"], "2026-03-04");
    assert_eq!(sheet["acts"][1]["fields"][0]["said"]["en"], "bail with a guarantor");
    assert_eq!(refusal_of(desk.try_ask("person_remove", json!({ "person": saved["person"] }))), "person_has_acts");
    desk.ask("act_remove", json!({ "id": recorded["act"], "reason": "录错人" }));
    desk.ask("person_remove", json!({ "person": saved["person"], "reason": "录错人" }));
    let change = json!({ "title": "张三抢夺案", "flags": ["foreign"] });
    desk.ask("case_change", json!({ "case": case, "change": change }));
    let ask = json!({ "case": case, "table": "case_file", "key": case.to_string(), "field": "title" });
    let history = desk.ask("field_history", ask);
    assert_eq!((&history[0]["before"], &history[0]["after"]), (&json!("张三盗窃案"), &json!("张三抢夺案")));
    let typed = json!({ "persons": [{ "name": "张三" }] });
    assert_eq!(desk.ask("case_duplicates", typed)[0]["case"], case);
    assert_eq!(desk.ask("record_rebuild", json!({}))["same"], true);
}

#[test]
fn what_is_typed_is_read_and_looked_up() {
    let desk = TestDesk::founded();
    desk.ask("case_register", registration());
    assert_eq!(desk.ask("day_read", json!({ "text": "20260302" })), "2026-03-02");
    assert_eq!(refusal_of(desk.try_ask("day_read", json!({ "text": "2026-02-30" }))), "day_no_such_day");
    let read = desk.ask("identity_read", json!({ "number": "11010519491231002x", "on": "2026-01-10" }));
    assert_eq!((&read["birth"], &read["sex"], &read["age"]), (&json!("1949-12-31"), &json!("female"), &json!(76)));
    let refusal = desk.try_ask("identity_read", json!({ "number": "110105194912310021" })).unwrap_err();
    assert_eq!((refusal.code.as_str(), refusal.at.as_str()), ("id_check_character", "number"));
    assert_eq!(desk.ask("pick_charge", json!({ "query": "daoqie" }))[0]["name"], "盗窃罪");
    let causes = desk.ask("pick_cause", json!({ "function": "civil", "query": "离婚" }));
    assert!(causes[0]["name"].as_str().unwrap().contains("离婚"), "{causes}");
    assert_eq!(desk.ask("pick_division", json!({ "query": "341023" }))[0]["code"], "341023");
    assert_eq!(desk.ask("pick_unit", json!({ "query": "gongan" }))[0]["name"], "测县公安局");
}

#[test]
fn intakes_that_were_returned_are_listed() {
    let desk = TestDesk::founded();
    let returned = json!({ "outcome": "returned", "reason": "papers_incomplete", "title": "王五故意伤害案",
                           "category": "first_instance_prosecution", "from_unit": "测县公安局" });
    let refusal = desk.ask("intake_refuse", returned)["refusal"].clone();
    let mut again = registration();
    again["after_refusal"] = refusal;
    desk.ask("case_register", again);
    let listed = desk.ask("intake_refusals", json!({}));
    assert_eq!((&listed[0]["by"], &listed[0]["accepted_register_no"]), (&json!("李案管"), &json!("2026-GC-00001")));
    assert_eq!(desk.ask("intake_refusals", json!({ "from": "2026-03-06" })), json!([]));
}
