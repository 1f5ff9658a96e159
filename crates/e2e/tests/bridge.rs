//! The way from a page to the record and back.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use anjuan_e2e::App;
use serde_json::json;

#[test]
fn an_office_outlives_the_window() {
    let mut app = App::start();
    let state = |app: &App| app.ask("office_status", json!({})).unwrap()["state"].clone();
    assert_eq!(state(&app), "none");
    let new = json!({
        "name": "测试市人民检察院", "short_name": "测检", "division_code": "110101",
        "login": "zhang", "person": "章某", "passphrase": "春江潮水连海平海上明月",
    });
    let founded = app.ask("office_create", new).unwrap();
    assert_eq!(founded["session"]["office"]["name"], "测试市人民检察院");
    assert_eq!(state(&app), "open");

    app.restart_after_power_cut();
    assert_eq!(state(&app), "locked", "the record was released with the process that held it");
    let wrong = app.ask("office_unlock", json!({ "login": "zhang", "passphrase": "人民的名义" })).unwrap_err();
    assert!(wrong["code"].is_string(), "{wrong}");
    assert_eq!(state(&app), "locked");
    app.ask("office_unlock", json!({ "login": "zhang", "passphrase": "春江潮水连海平海上明月" })).unwrap();
    assert_eq!(state(&app), "open");
    let verified = app.ask("record_verify", json!({})).unwrap();
    assert_eq!(verified["sound"], true, "{verified}");
}

#[test]
fn a_command_nobody_knows_is_refused_with_a_code() {
    let app = App::start();
    let refused = app.ask("case_eat", json!({})).unwrap_err();
    assert_eq!(refused["code"], "command_unknown");
    assert_eq!(refused["values"]["name"], "case_eat");
}
