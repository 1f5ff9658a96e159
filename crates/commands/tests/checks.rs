//! Due dates and findings as a face uses them: by name and JSON.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;

use common::{TestDesk, refusal_of};
use serde_json::{Value, json};

/// An office on 2026-03-05 with one case whose suspect is detained and has no identity number.
fn with_case() -> (TestDesk, Value) {
    let desk = TestDesk::founded();
    let department = desk.ask("department_list", json!({}))[0]["id"].clone();
    let registered = desk.ask(
        "case_register",
        json!({
            "line": "GC", "category": "arrest_review", "title": "张三盗窃案", "cause": "盗窃罪", "source": "police",
            "from_unit": "测县公安局", "received_on": "2026-03-04", "accepted_on": "2026-03-04", "department_id": department,
            "persons": [{ "role": "suspect", "name": "张三",
                          "measures": [{ "kind": "detention", "decided_on": "2026-03-01", "executed_on": "2026-03-01" }] }],
        }),
    );
    let case = registered["case"].clone();
    (desk, case)
}

#[test]
fn what_is_due_is_listed_counted_and_explained() {
    let (desk, case) = with_case();
    let page = desk.ask("due_list", json!({ "filter": { "rule": "arrest_review_detained" } }));
    let row = &page["rows"][0];
    assert_eq!(
        (row["case"].clone(), row["due"].as_str(), row["days_left"].as_i64()),
        (case.clone(), Some("2026-03-11"), Some(6))
    );
    assert_eq!(row["title"]["zh"], "审查逮捕（已拘留）");
    let near = desk.ask("due_list", json!({ "within": 5, "filter": { "rule": "arrest_review_detained" } }));
    assert_eq!(near["rows"].as_array().unwrap().len(), 0, "six days are left");
    let all = desk.ask("due_list", json!({}))["rows"].as_array().unwrap().len();
    let counts = desk.ask("due_counts", json!({}));
    let counted: u64 = counts.as_array().unwrap().iter().map(|count| count["number"].as_u64().unwrap()).sum();
    assert_eq!(counted as usize, all);

    let due = desk.ask("case_due", json!({ "case": case }));
    let period =
        due["periods"].as_array().unwrap().iter().find(|period| period["sum"]["rule"] == "arrest_review_detained");
    let period = period.unwrap();
    assert_eq!((period["about"]["zh"].as_str(), period["state"].as_str()), (Some("张三"), Some("quiet")));
    assert!(period["sum"]["steps"].as_array().unwrap().len() > 1);
    assert_eq!(refusal_of(desk.try_ask("case_due", json!({ "case": 99 }))), "case_unknown");

    let later = desk.on("2026-03-12");
    let page = later.ask("due_list", json!({ "filter": { "states": ["overdue"] } }));
    assert!(page["rows"].as_array().unwrap().iter().any(|row| row["rule"] == "arrest_review_detained"));
}

#[test]
fn a_finding_explains_itself_and_is_answered() {
    let (desk, case) = with_case();
    let findings = desk.ask("case_findings", json!({ "case": case }));
    let finding = findings.as_array().unwrap().iter().find(|finding| finding["check"] == "co_02").unwrap().clone();
    assert_eq!((finding["code"].as_str(), finding["about"]["zh"].as_str()), (Some("CO-02"), Some("张三")));
    assert_eq!(finding["basis"][0]["words"]["zh"], "刑诉规则第157条");
    assert_eq!(
        (&finding["values"][0]["label"]["zh"], &finding["values"][0]["words"]["zh"]),
        (&json!("人员"), &json!("张三"))
    );

    let key = |more: Value| {
        let mut ask = json!({ "case": case, "check": "co_02", "subject": finding["subject"], "fingerprint": finding["fingerprint"] });
        ask.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        ask
    };
    assert_eq!(
        refusal_of(desk.try_ask("finding_answer", key(json!({ "answer": "explained", "reason": " " })))),
        "reason_missing"
    );
    desk.ask("finding_answer", key(json!({ "answer": "explained", "reason": "已函询公安机关" })));
    let open = |answered: bool| {
        let page = desk.ask("finding_list", json!({ "filter": { "check": "co_02", "answered": answered } }));
        page["rows"].as_array().unwrap().clone()
    };
    assert_eq!((open(true).len(), open(false).len()), (1, 0));
    assert_eq!(open(true)[0]["finding"]["answer"]["reason"], "已函询公安机关");
    assert_eq!(desk.ask("finding_counts", json!({ "check": "co_02" }))[0]["answered"], 1);
    let again = desk.try_ask("finding_answer", json!({ "case": case, "check": "co_02", "subject": "person:1", "fingerprint": "x", "answer": "explained", "reason": "y" }));
    assert_eq!(refusal_of(again), "finding_changed");
    desk.ask("finding_answer_withdraw", key(json!({ "reason": "答复有误" })));
    assert_eq!(open(false).len(), 1);
}

#[test]
fn only_who_may_record_on_a_case_answers_its_findings() {
    let (desk, case) = with_case();
    let account = json!({ "id": null, "login": "wang", "name": "王检察官", "post": "prosecutor", "in_quota": true, "on_duty": true });
    desk.ask("account_save", json!({ "account": account, "passphrase": "passphrase of wang" }));
    desk.ask("office_lock", json!({}));
    desk.ask("office_unlock", json!({ "login": "wang", "passphrase": "passphrase of wang" }));
    let finding = desk.ask("case_findings", json!({ "case": case }))[0].clone();
    let ask = json!({ "case": case, "check": finding["check"], "subject": finding["subject"],
                      "fingerprint": finding["fingerprint"], "answer": "set_aside", "reason": "不适用" });
    assert_eq!(refusal_of(desk.try_ask("finding_answer", ask)), "no_right_on_case");
}

#[test]
fn a_run_counts_what_stands_and_a_rebuild_agrees() {
    let (desk, _) = with_case();
    let run = desk.ask("check_run", json!({}));
    assert_eq!(run["cases"], 1);
    let lines = run["checks"].as_array().unwrap();
    assert!(lines.iter().any(|line| line["check"] == "co_02" && line["open"] == 1));
    assert!(lines.iter().all(|line| line["appeared"] == 0 && line["gone"] == 0));
    assert_eq!(desk.ask("record_rebuild", json!({}))["same"], true);
}

#[test]
fn a_case_being_typed_shows_its_findings_and_leaves_no_trace() {
    let desk = TestDesk::founded();
    let draft = json!({
        "line": "GC", "category": "arrest_review", "title": "张三盗窃案", "received_on": "2026-03-04", "accepted_on": "2026-03-04",
        "persons": [{ "role": "suspect", "name": "张三" }],
    });
    let found = desk.ask("registration_preview", draft.clone());
    let codes: Vec<&str> = found.as_array().unwrap().iter().map(|finding| finding["code"].as_str().unwrap()).collect();
    assert!(["CO-01", "CO-02", "CO-03"].iter().all(|code| codes.contains(code)), "{codes:?}");
    let about = found.as_array().unwrap().iter().find(|finding| finding["code"] == "CO-02").unwrap();
    assert_eq!(about["about"]["zh"], "张三");
    assert_eq!(refusal_of(desk.try_ask("case_sheet", json!({ "case": "2026-GC-00001" }))), "case_unknown");
    let entries = desk.ask("journal_list", json!({}))["entries"].as_array().unwrap().len();
    let registered = desk.ask("case_register", draft);
    assert_eq!((registered["case"].as_i64(), registered["register_no"].as_str()), (Some(1), Some("2026-GC-00001")));
    assert_eq!(desk.ask("journal_list", json!({}))["entries"].as_array().unwrap().len(), entries + 1);
    assert_eq!(desk.ask("record_verify", json!({}))["sound"], true);
}
