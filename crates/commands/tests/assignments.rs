//! Who may take a case and who may not, drawing and designating: worked examples by name and JSON.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;
mod walls;

use common::{TestDesk, refusal_of};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// An office with a criminal and a civil department.
fn office() -> TestDesk {
    let desk = TestDesk::founded();
    for (name, kind) in [("第一检察部", "criminal"), ("民事检察部", "civil")] {
        let standing = desk.ask("department_list", json!({}));
        if standing.as_array().unwrap().iter().all(|one| one["kind"] != kind) {
            desk.ask("department_save", json!({ "name": name, "kind": kind }));
        }
    }
    desk
}

fn department(desk: &TestDesk, kind: &str) -> Value {
    let all = desk.ask("department_list", json!({}));
    all.as_array().unwrap().iter().find(|one| one["kind"] == kind).unwrap()["id"].clone()
}

/// Enters somebody; `more` says what is not as usual for an in-quota prosecutor of the criminal department.
fn person(desk: &TestDesk, login: &str, name: &str, more: Value) -> i64 {
    let mut account = json!({
        "id": null, "login": login, "name": name, "post": "prosecutor", "in_quota": true, "on_duty": true,
        "department_id": department(desk, "criminal"),
    });
    account.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    desk.ask("account_save", json!({ "account": account }));
    let all = desk.ask("account_list", json!({}));
    all.as_array().unwrap().iter().find(|one| one["login"] == login).unwrap()["id"].as_i64().unwrap()
}

fn case(desk: &TestDesk, category: &str, suspect: &Value) -> i64 {
    let registered = desk.ask(
        "case_register",
        json!({
            "line": "GC", "category": category, "title": "案", "cause": "盗窃罪", "source": "police",
            "received_on": "2026-03-02", "accepted_on": "2026-03-03", "persons": [suspect],
        }),
    );
    registered["case"].as_i64().unwrap()
}

fn adult(name: &str) -> Value {
    json!({ "role": "suspect", "name": name, "birth": "1990-01-01", "act_on": "2026-01-10" })
}

fn handle(desk: &TestDesk, case: i64, account: i64) {
    let designation = json!({ "account": account, "reason": "special_business" });
    desk.ask("assignment_designate", json!({ "case": case, "designation": designation }));
}

/// The names of those who may take the case, and the reason for each who may not.
fn pool(desk: &TestDesk, case: i64) -> (Vec<String>, BTreeMap<String, String>) {
    let pool = desk.ask("assignment_pool", json!({ "case": case }));
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let candidates = pool["candidates"].as_array().unwrap().iter().map(|one| text(&one["name"])).collect();
    let excluded = pool["excluded"].as_array().unwrap();
    (candidates, excluded.iter().map(|one| (text(&one["name"]), text(&one["reason"]))).collect())
}

#[test]
fn everybody_in_quota_is_a_candidate_or_left_out_with_a_reason() {
    let desk = office();
    let free = person(&desk, "a", "甲", json!({}));
    let away = person(&desk, "b", "乙", json!({}));
    person(&desk, "c", "丙", json!({ "on_duty": false }));
    let full = person(&desk, "d", "丁", json!({ "case_cap": 1 }));
    person(&desk, "e", "戊", json!({ "department_id": department(&desk, "civil") }));
    let related = person(&desk, "f", "己", json!({}));
    person(&desk, "g", "庚", json!({ "ended_on": "2026-03-04" }));
    let assistant = person(&desk, "h", "辛", json!({ "post": "assistant", "in_quota": false }));
    desk.ask("absence_save", json!({ "account": away, "from": "2026-03-01", "to": "2026-03-05", "reason": "sick" }));
    let conflict = json!({ "account": related, "kind": "person", "value": "张三", "ground": "party_or_relative" });
    desk.ask("conflict_declare", conflict);
    handle(&desk, case(&desk, "first_instance_prosecution", &adult("李四")), full);

    let new = case(&desk, "first_instance_prosecution", &adult("张三"));
    let (candidates, excluded) = pool(&desk, new);
    assert_eq!(candidates, ["甲"]);
    let said = [
        ("乙", "on_leave"),
        ("丙", "off_duty"),
        ("丁", "over_cap"),
        ("戊", "other_line"),
        ("己", "recusal_ground"),
        ("庚", "left"),
    ];
    let said: BTreeMap<String, String> = said.iter().map(|(who, why)| ((*who).to_owned(), (*why).to_owned())).collect();
    assert_eq!(excluded, said, "辛 is not in quota and stands in neither list");

    let drawn = desk.ask("assignment_draw", json!({ "case": new }));
    assert_eq!(drawn["chosen"], free);
    assert_eq!(drawn["excluded"].as_array().unwrap().len(), said.len());
    assert_eq!(desk.ask("draws_verify", json!({})), json!({ "draws": 1, "agree": 1, "disagree": [] }));
    assert_eq!(refusal_of(desk.try_ask("assignment_draw", json!({ "case": new }))), "handler_named_already");

    let designate = |account: i64, reason: &str| {
        let other = case(&desk, "first_instance_prosecution", &adult("张三"));
        let designation = json!({ "account": account, "reason": reason });
        desk.try_ask("assignment_designate", json!({ "case": other, "designation": designation }))
    };
    assert_eq!(
        refusal_of(designate(related, "major_complex")),
        "handler_barred",
        "no reason outweighs a recusal ground"
    );
    assert_eq!(refusal_of(designate(assistant, "major_complex")), "handler_not_in_quota");
    assert_eq!(refusal_of(designate(free, "")), "reason_missing");
    assert_eq!(refusal_of(designate(free, "other")), "reason_missing", "other asks for words");
    assert_eq!(
        refusal_of(designate(free, "illness")),
        "choice_unknown",
        "a reason for a change is none for a first handler"
    );
    designate(full, "major_complex").expect("the cap leaves out of the draw, not out of a designation");
}

#[test]
fn a_minors_case_goes_to_those_named_for_minors_where_there_are_any() {
    let desk = office();
    person(&desk, "a", "甲", json!({}));
    let minor = json!({ "role": "suspect", "name": "小张", "birth": "2010-01-01", "act_on": "2026-01-10" });
    assert_eq!(pool(&desk, case(&desk, "first_instance_prosecution", &minor)).0, ["甲"], "nobody is named yet");
    person(&desk, "b", "乙", json!({ "handles_minors": true }));
    let (candidates, excluded) = pool(&desk, case(&desk, "first_instance_prosecution", &minor));
    assert_eq!(candidates, ["乙"]);
    assert_eq!(excluded["甲"], "not_designated_minors");
    assert_eq!(pool(&desk, case(&desk, "first_instance_prosecution", &adult("王五"))).0, ["甲", "乙"]);
}

#[test]
fn a_reconsideration_goes_to_another_handler_than_the_decision() {
    let desk = office();
    let first = person(&desk, "a", "甲", json!({}));
    person(&desk, "b", "乙", json!({}));
    let review = case(&desk, "arrest_review", &adult("张三"));
    handle(&desk, review, first);
    let again = case(&desk, "arrest_reconsideration", &adult("张三"));
    let links = json!([{ "kind": "same_matter", "other": review }]);
    desk.ask("case_change", json!({ "case": again, "change": { "links": links } }));
    let (candidates, excluded) = pool(&desk, again);
    assert_eq!(candidates, ["乙"]);
    assert_eq!(excluded["甲"], "handled_before");
    let designation = json!({ "account": first, "reason": "major_complex" });
    let refused =
        desk.try_ask("assignment_designate", json!({ "case": again, "designation": designation })).unwrap_err();
    assert_eq!(refused.code, "handler_barred");
    assert!(
        refused.values["reason_zh"].contains("Rules 290") || refused.values["reason_zh"].contains("290"),
        "{refused:?}"
    );
}

#[test]
fn a_change_of_handler_restarts_no_period_and_keeps_who_handled_before() {
    let desk = office();
    let first = person(&desk, "a", "甲", json!({}));
    let second = person(&desk, "b", "乙", json!({}));
    let case = case(&desk, "first_instance_prosecution", &adult("张三"));
    handle(&desk, case, first);
    let days = |desk: &TestDesk| {
        let due = desk.ask("case_due", json!({ "case": case }));
        due["periods"].as_array().unwrap().iter().map(|one| one["sum"]["due"].clone()).collect::<Vec<_>>()
    };
    let before = days(&desk);
    assert!(!before.is_empty());
    let desk = desk.on("2026-03-20");
    let designation = json!({ "account": second, "reason": "illness", "decided_by": "章检察长" });
    desk.ask("assignment_designate", json!({ "case": case, "designation": designation }));
    assert_eq!(days(&desk), before);
    let history = desk.ask("case_assignments", json!({ "case": case }));
    let history: Vec<(i64, Value)> = history
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["role"] == "handler")
        .map(|one| (one["account"].as_i64().unwrap(), one["ended_on"].clone()))
        .collect();
    assert_eq!(history.len(), 2);
    assert!(history.contains(&(first, json!("2026-03-20"))) && history.contains(&(second, Value::Null)), "{history:?}");
    let again = json!({ "account": second, "reason": "illness" });
    let same = desk.try_ask("assignment_designate", json!({ "case": case, "designation": again }));
    assert_eq!(refusal_of(same), "handler_same");
}

#[test]
fn who_is_back_is_in_the_draw_again_and_the_days_gone_by_stay() {
    let desk = office();
    let away = person(&desk, "a", "甲", json!({}));
    let case = case(&desk, "first_instance_prosecution", &adult("张三"));
    let standing = || {
        let all = desk.ask("absence_list", json!({ "account": away }));
        all.as_array()
            .unwrap()
            .iter()
            .map(|one| (one["from"].clone(), one["to"].clone(), one["id"].clone()))
            .collect::<Vec<_>>()
    };
    let drawn = || pool(&desk, case).0.contains(&"甲".to_owned());
    assert!(drawn());
    for (from, to) in [("2026-03-01", "2026-03-20"), ("2026-04-01", "2026-04-05"), ("2026-02-01", "2026-02-05")] {
        desk.ask("absence_save", json!({ "account": away, "from": from, "to": to, "reason": "培训" }));
    }
    let (now, later) = (standing()[0].2.clone(), standing()[1].2.clone());
    assert_eq!((standing().len(), drawn()), (2, false), "what is over is not listed");
    desk.ask("absence_end", json!({ "absence": now }));
    assert!(drawn());
    desk.ask("absence_end", json!({ "absence": later }));
    assert_eq!(standing(), []);
    assert_eq!(refusal_of(desk.try_ask("absence_end", json!({ "absence": now }))), "absence_over");
    let desk = desk.on("2026-03-04");
    let kept = desk.ask("absence_list", json!({ "account": away }));
    assert_eq!(kept[0]["to"], "2026-03-04", "the days gone by stay: {kept}");
}

#[test]
fn who_assists_has_the_case_before_him_until_it_ends() {
    let desk = walls::office(false);
    let (near, assistant) = (walls::account(&desk, "near"), walls::account(&desk, "assistant"));
    let case = walls::case_of(&desk, near, 1).id;
    let name = |command: &str| desk.try_ask(command, json!({ "case": case, "account": assistant }));
    let before_him = || {
        desk.sign_in("assistant");
        let page = desk.ask("case_list", json!({ "view": "mine", "filter": "", "limit": 10 }));
        let open = page["cases"].as_array().unwrap().len();
        let counts = desk.ask("finding_counts", json!({ "staff": assistant }));
        desk.sign_in("li");
        (open, !counts.as_array().unwrap().is_empty())
    };
    assert_eq!(before_him(), (0, false));
    assert_eq!(refusal_of(name("assistant_end")), "assistant_not_here");
    name("assistant_name").unwrap();
    assert_eq!(before_him(), (1, true));
    name("assistant_end").unwrap();
    assert_eq!(before_him(), (0, false));
    assert_eq!(refusal_of(name("assistant_end")), "assistant_not_here");
    let line = |of: &Value| (of["name"].clone(), of["ended_on"].clone());
    let sheet = desk.ask("case_sheet", json!({ "case": case }));
    let lines: Vec<_> = sheet["assignments"].as_array().unwrap().iter().map(line).collect();
    assert!(lines.contains(&(json!("检察官助理"), json!("2026-03-05"))), "his time stays on record: {lines:?}");
}
