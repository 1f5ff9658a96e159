//! The checks that an office writes itself, from the command to the file and back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;
mod walls;

use common::{PASSPHRASE, TestDesk, refusal_of};
use serde_json::json;
use walls::{FIELDS, account, case_of, course::waiting, office};

const UNASSIGNED: &str =
    "SELECT case_id, accepted_on AS 受理日 FROM cases WHERE is_open AND handler IS NULL ORDER BY accepted_on";

fn filled() -> TestDesk {
    let desk = TestDesk::founded();
    desk.ask("sample_fill", json!({ "cases": 30, "years": 1, "seed": 3 }));
    desk
}

#[test]
fn a_check_is_tried_kept_asked_changed_removed_and_taken_back() {
    let desk = filled();
    let tried = desk.ask("own_check_ask", json!({ "body": UNASSIGNED }));
    assert_eq!(tried["columns"], json!(["受理日"]));
    let saved = desk.ask("own_check_save", json!({ "title": " 未分案 ", "body": UNASSIGNED }));
    let listed = desk.ask("own_check_list", json!({}));
    assert_eq!((&listed[0]["title"], &listed[0]["saved_by"]), (&json!("未分案"), &json!("李案管")));
    assert_eq!(desk.ask("own_check_ask", json!({ "check": saved["check"] })), tried);

    let again = desk.try_ask("own_check_save", json!({ "title": "未分案", "body": UNASSIGNED }));
    assert_eq!(refusal_of(again), "own_check_title_taken");
    let wrong = desk.try_ask("own_check_save", json!({ "title": "其他", "body": "SELECT id_number FROM people" }));
    assert_eq!(refusal_of(wrong), "own_check_malformed");
    let changed = json!({ "id": saved["check"], "title": "未分案的", "about": "每周", "body": UNASSIGNED });
    assert_eq!(desk.ask("own_check_save", changed)["check"], saved["check"]);

    let removed = desk.ask("own_check_remove", json!({ "check": saved["check"] }));
    assert_eq!(desk.ask("own_check_list", json!({})), json!([]));
    desk.ask("entry_undo", json!({ "entry": removed["entry"], "reason": "误删" }));
    assert_eq!(desk.ask("own_check_list", json!({}))[0]["about"], "每周");
    assert_eq!(desk.ask("record_verify", json!({}))["problems"], json!([]));
}

#[test]
fn who_may_not_keep_one_may_ask_what_is_kept_and_try_nothing() {
    let desk = filled();
    let saved = desk.ask("own_check_save", json!({ "title": "未分案", "body": UNASSIGNED }));
    let account = json!({ "id": null, "login": "guest", "name": "王检察官", "post": "prosecutor", "on_duty": true });
    desk.ask("account_save", json!({ "account": account, "passphrase": PASSPHRASE }));
    desk.ask("office_lock", json!({}));
    desk.ask("office_unlock", json!({ "login": "guest", "passphrase": PASSPHRASE }));
    desk.ask("own_check_ask", json!({ "check": saved["check"] }));
    for (command, request) in [
        ("own_check_ask", json!({ "body": "SELECT case_id FROM cases" })),
        ("own_check_save", json!({ "title": "我的", "body": "SELECT case_id FROM cases" })),
        ("own_check_remove", json!({ "check": saved["check"] })),
    ] {
        assert_eq!(refusal_of(desk.try_ask(command, request)), "no_right", "{command}");
    }
}

#[test]
fn what_a_check_says_of_another_case_is_masked_and_of_one_that_somebody_is_kept_away_from_it_sees_nothing() {
    let desk = office(false);
    let minor = FIELDS[2].1;
    let other = case_of(&desk, account(&desk, "far"), 1);
    let own = waiting(&desk, false);
    walls::assign(&desk, own, account(&desk, "prosecutor"), "handler", None);
    let body = "SELECT h.case_id, p.name AS 姓名, c.title AS 案名 FROM handlers AS h JOIN people AS p ON p.case_id <> h.case_id
                  JOIN cases AS c ON c.case_id = p.case_id";
    let check = desk.ask("own_check_save", json!({ "title": "别案人员", "body": body }))["check"].clone();
    let ask = || desk.ask("own_check_ask", json!({ "check": check })).to_string();
    assert!(ask().contains(minor));
    desk.sign_in("prosecutor");
    assert!(!ask().contains(minor) && ask().contains("李某") && ask().contains("王大力"), "{}", ask());
    desk.ask("case_reveal", json!({ "case": other.id, "reason": "核对身份" }));
    assert!(ask().contains(minor), "asked for, it is told");

    desk.sign_in("li");
    let chief = account(&desk, "chief_prosecutor");
    let declare = json!({ "account": chief, "kind": "case", "value": other.register_no, "ground": "interest" });
    desk.ask("conflict_declare", declare);
    let count = "SELECT case_id, (SELECT count(*) FROM people WHERE name LIKE '李%') AS n FROM cases ORDER BY case_id";
    let try_it = || desk.ask("own_check_ask", json!({ "body": count }))["rows"].clone();
    assert_eq!((try_it().as_array().unwrap().len(), &try_it()[0]["cells"]), (2, &json!(["1"])));
    desk.sign_in("chief_prosecutor");
    assert_eq!((try_it().as_array().unwrap().len(), &try_it()[0]["cells"]), (1, &json!(["0"])));
    let every = "SELECT case_id FROM cases UNION SELECT case_id FROM people UNION SELECT case_id FROM numbers UNION
                 SELECT case_id FROM handlers UNION SELECT case_id FROM periods";
    let rows = desk.ask("own_check_ask", json!({ "body": every }))["rows"].clone();
    assert_eq!(rows.as_array().unwrap().iter().map(|row| row["case"].as_i64()).collect::<Vec<_>>(), [Some(own)]);
}

#[test]
fn the_manual_names_every_table_and_column_that_may_be_asked() {
    let desk = TestDesk::founded();
    let views = desk.ask("own_check_views", json!({}));
    for page in
        [include_str!("../../../docs/manual/zh/own-checks.md"), include_str!("../../../docs/manual/en/own-checks.md")]
    {
        for view in views.as_array().unwrap() {
            let columns: Vec<&str> =
                view["columns"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
            let line = format!("| `{}` | {} |", view["view"].as_str().unwrap(), columns.join(", "));
            assert!(page.contains(&line), "{line}");
        }
    }
}
