//! The office's own settings: its head, its departments, the method of draws.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use common::{TestDesk, refusal_of};
use serde_json::{Value, json};

#[test]
fn the_head_is_changed_with_a_reason_and_taken_back() {
    let desk = TestDesk::founded();
    let names = json!({ "name": " 测县人民检察院（新） ", "short_name": "新", "division_code": "341024" });
    let without = desk.try_ask("office_rename", json!({ "office": names, "reason": " " }));
    assert_eq!(refusal_of(without), "reason_missing");
    let malformed = json!({ "name": "甲", "short_name": "甲", "division_code": "34102" });
    let refused = desk.try_ask("office_rename", json!({ "office": malformed, "reason": "更名" })).unwrap_err();
    assert_eq!((refused.code.as_str(), refused.at.as_str()), ("division_malformed", "division_code"));

    let entry = desk.ask("office_rename", json!({ "office": names, "reason": "更名" }))["entry"].clone();
    let head = desk.ask("session", json!({}))["office"].clone();
    assert_eq!(
        (head["name"].as_str(), head["short_name"].as_str(), head["division_code"].as_str()),
        (Some("测县人民检察院（新）"), Some("新"), Some("341024"))
    );
    assert_eq!(desk.ask("journal_list", json!({}))["entries"][0]["reason"], "更名");
    desk.ask("entry_undo", json!({ "entry": entry, "reason": "录错" }));
    assert_eq!(desk.ask("session", json!({}))["office"]["name"], "测县人民检察院");
}

#[test]
fn draws_go_by_the_method_that_is_settled() {
    let desk = TestDesk::founded();
    let before = desk.ask("draw_method", json!({}));
    assert_eq!(before["method"], "uniform/1");
    assert!(before["methods"].as_array().unwrap().contains(&json!("least_load/1")));
    let without = desk.try_ask("draw_method_save", json!({ "method": "least_load/1" }));
    assert_eq!(refusal_of(without), "reason_missing");
    desk.ask("draw_method_save", json!({ "method": "least_load/1", "reason": "党组会议决定" }));
    assert_eq!(desk.ask("draw_method", json!({}))["method"], "least_load/1");
    let strange = desk.try_ask("draw_method_save", json!({ "method": "favourite/1", "reason": "x" }));
    assert_eq!(refusal_of(strange), "request_malformed");
}

fn department<'a>(list: &'a Value, name: &str) -> Option<&'a Value> {
    list.as_array().unwrap().iter().find(|one| one["name"] == name)
}

#[test]
fn a_department_is_entered_changed_and_ended_once_nobody_is_in_it() {
    let desk = TestDesk::founded();
    desk.ask("department_save", json!({ "name": "第九检察部", "kind": "minors" }));
    let list = desk.ask("department_list", json!({}));
    let id = department(&list, "第九检察部").unwrap()["id"].clone();
    let again = desk.try_ask("department_save", json!({ "name": "第九检察部", "kind": "civil" }));
    assert_eq!(refusal_of(again), "department_taken");
    let strange = desk.try_ask("department_save", json!({ "id": id, "name": "第九检察部", "kind": "football" }));
    assert_eq!(refusal_of(strange), "choice_unknown");
    desk.ask("department_save", json!({ "id": id, "name": "未成年人检察部", "kind": "minors" }));

    let person = json!({ "id": null, "login": "wang", "name": "王检察官", "post": "prosecutor", "on_duty": true,
                         "department_id": id });
    desk.ask("account_save", json!({ "account": person }));
    let ended = json!({ "id": id, "name": "未成年人检察部", "kind": "minors", "ended": true });
    let refused = desk.try_ask("department_save", ended.clone()).unwrap_err();
    assert_eq!((refused.code.as_str(), refused.values["people"].as_str()), ("department_in_use", "1"));
    let wang = desk
        .ask("account_list", json!({}))
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["login"] == "wang")
        .unwrap()["id"]
        .clone();
    let moved = json!({ "id": wang, "login": "wang", "name": "王检察官", "post": "prosecutor", "on_duty": true });
    desk.ask("account_save", json!({ "account": moved }));
    desk.ask("department_save", ended);
    assert!(department(&desk.ask("department_list", json!({})), "未成年人检察部").is_none());
    assert_eq!(desk.ask("record_verify", json!({}))["sound"], true);
}
