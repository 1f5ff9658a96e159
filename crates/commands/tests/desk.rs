//! The desk as a face uses it: found, lock, unlock, recover, draft, undo; by name and JSON only.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;

use common::{TestDesk, refusal_of};
use serde_json::json;

#[test]
fn an_office_is_founded_locked_and_opened_again() {
    let desk = TestDesk::empty();
    assert_eq!(desk.ask("office_status", json!({}))["state"], "none");
    let founded = desk.found();
    assert_eq!(desk.ask("session", json!({}))["account"]["post"], "case_management_clerk");
    desk.ask("office_lock", json!({}));
    assert_eq!(refusal_of(desk.try_ask("session", json!({}))), "office_locked");
    let status = desk.ask("office_status", json!({}));
    assert_eq!((status["state"].as_str(), status["logins"][0].as_str()), (Some("locked"), Some("li")));
    let wrong = desk.try_ask("office_unlock", json!({ "login": "li", "passphrase": "not this one" }));
    assert_eq!(refusal_of(wrong), "passphrase_wrong");
    desk.ask("office_unlock", json!({ "login": "li", "passphrase": common::PASSPHRASE }));
    desk.ask("office_lock", json!({}));

    let key = founded["recovery_key"].as_str().unwrap();
    desk.ask("office_recover", json!({ "recovery_key": key, "login": "li", "passphrase": "a new passphrase" }));
    desk.ask("office_lock", json!({}));
    desk.ask("office_unlock", json!({ "login": "li", "passphrase": "a new passphrase" }));
}

#[test]
fn a_second_person_signs_in_with_his_own_passphrase_and_only_his_rights() {
    let desk = TestDesk::founded();
    let account = json!({ "id": null, "login": "wang", "name": "王检察官", "post": "prosecutor", "in_quota": true, "on_duty": true });
    desk.ask("account_save", json!({ "account": account, "passphrase": "passphrase of wang" }));
    desk.ask("office_lock", json!({}));
    desk.ask("office_unlock", json!({ "login": "wang", "passphrase": "passphrase of wang" }));
    let other = json!({ "id": null, "login": "x", "name": "x", "post": "clerk", "on_duty": true });
    assert_eq!(refusal_of(desk.try_ask("account_save", json!({ "account": other }))), "no_right");
    assert_eq!(desk.ask("account_list", json!({})).as_array().unwrap().len(), 2);
}

#[test]
fn a_held_office_names_its_holder() {
    let desk = TestDesk::founded();
    let other = desk.second();
    assert_eq!(other.ask("office_status", json!({}))["state"], "held");
    let refused = other.try_ask("office_unlock", json!({ "login": "li", "passphrase": common::PASSPHRASE }));
    assert_eq!(refusal_of(refused), "record_held");
}

#[test]
fn what_is_under_way_at_the_locking_is_waited_for_and_is_no_other_program() {
    let desk = TestDesk::founded();
    let signs_in = || desk.try_ask("office_unlock", json!({ "login": "li", "passphrase": common::PASSPHRASE }));
    let under_way = desk.desk.seat().unwrap();
    desk.ask("office_lock", json!({}));
    assert_eq!(desk.ask("office_status", json!({}))["state"], "locked", "it is held by nobody else");
    std::thread::scope(|scope| {
        let (asks, asked) = std::sync::mpsc::channel();
        let next = scope.spawn(move || {
            asks.send(()).unwrap();
            signs_in()
        });
        asked.recv().unwrap();
        assert_eq!(desk.ask("office_status", json!({}))["state"], "locked");
        under_way.office().read(|reading| reading.value::<i64>("SELECT count(*) FROM account", [])).unwrap();
        drop(under_way);
        next.join().unwrap().expect("it is let in once the other has let go");
    });
    assert_eq!(refusal_of(signs_in()), "office_open_already");
}

#[test]
fn asking_how_it_stands_from_several_sides_at_once_is_no_other_program() {
    let desk = TestDesk::founded();
    desk.ask("office_lock", json!({}));
    std::thread::scope(|scope| {
        let ask = || (0..200).all(|_| desk.ask("office_status", json!({}))["state"] == "locked");
        let sides: Vec<_> = (0..4).map(|_| scope.spawn(ask)).collect();
        assert!(sides.into_iter().all(|side| side.join().unwrap()));
    });
}

#[test]
fn drafts_are_kept_for_each_person() {
    let desk = TestDesk::founded();
    assert!(desk.ask("draft_load", json!({ "key": "intake" })).is_null());
    desk.ask("draft_save", json!({ "key": "intake", "body": "{\"title\":\"张" }));
    desk.ask("draft_save", json!({ "key": "intake", "body": "{\"title\":\"张某" }));
    desk.ask("office_lock", json!({}));
    desk.ask("office_unlock", json!({ "login": "li", "passphrase": common::PASSPHRASE }));
    assert_eq!(desk.ask("draft_load", json!({ "key": "intake" }))["body"], "{\"title\":\"张某");
    desk.ask("draft_drop", json!({ "key": "intake" }));
    assert!(desk.ask("draft_load", json!({ "key": "intake" })).is_null());
}

#[test]
fn the_history_shows_what_changed_and_an_entry_is_taken_back() {
    let desk = TestDesk::founded();
    let account = json!({ "id": null, "login": "wang", "name": "王检察官", "post": "prosecutor", "on_duty": true });
    let entry = desk.ask("account_save", json!({ "account": account }))["entry"].clone();
    let page = desk.ask("journal_list", json!({}));
    let newest = &page["entries"][0];
    assert_eq!((newest["action"].as_str(), newest["person"].as_str()), (Some("account_save"), Some("李案管")));
    let fields = newest["changes"][0]["fields"].as_array().unwrap();
    assert!(fields.iter().any(|field| field["field"] == "name" && field["after"] == "王检察官"));
    assert_eq!(refusal_of(desk.try_ask("entry_undo", json!({ "entry": entry, "reason": " " }))), "reason_missing");
    desk.ask("entry_undo", json!({ "entry": entry, "reason": "录错了人" }));
    assert_eq!(desk.ask("account_list", json!({})).as_array().unwrap().len(), 1);
    assert_eq!(desk.ask("journal_list", json!({}))["entries"][1]["undone"], true);
    assert_eq!(desk.ask("record_verify", json!({}))["sound"], true);
    assert_eq!(desk.ask("record_rebuild", json!({}))["same"], true);
}

#[test]
fn what_is_not_understood_is_refused_with_its_name() {
    let desk = TestDesk::founded();
    assert_eq!(refusal_of(desk.try_ask("no_such_command", json!({}))), "command_unknown");
    assert_eq!(refusal_of(desk.try_ask("entry_undo", json!({ "entry": "x" }))), "request_malformed");
}

#[test]
fn every_refusal_action_problem_and_command_has_words_in_both_languages() {
    let missing: Vec<String> =
        common::keys_in_source().into_iter().filter(|key| !anjuan_commands::words::known(key)).collect();
    assert!(missing.is_empty(), "ui/messages/zh.json and en.json lack: {missing:#?}");
}
