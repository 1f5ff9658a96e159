//! What a decided hearing lacks can still be entered; what stands stays.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;
mod hearing;

use common::refusal_of;
use hearing::{HANDLER, held, sheet, walk::Walk};
use serde_json::{Value, json};

#[test]
fn what_the_plan_of_a_decided_hearing_lacks_can_be_entered() {
    // As an older record brings them: neither approval nor the capacity of the chair, in a case that may be closed by now.
    let walk = Walk::past("主持人", "钱检察官").on("2026-03-10");
    walk.act("not_prosecuted", "2026-03-10", json!({ "kind": "relative" }));
    walk.desk.conclude(&json!(walk.case), "2026-03-10", "不起诉");
    for check in ["HR-01", "HR-07"] {
        walk.stands(check, "late");
    }
    let standing = sheet(&walk.desk, walk.hearing)["hearing"].clone();
    let fields = [
        "kind",
        "basis",
        "initiated_by",
        "is_public",
        "not_public_reason",
        "publicity_reason",
        "questions",
        "venue",
        "place",
        "held_on",
        "starts_at",
        "ends_at",
        "chair_id",
        "recorder",
        "bailiffs",
        "broadcast",
        "proposed_decision",
    ];
    let mut plan: serde_json::Map<String, Value> =
        fields.map(|field| (field.to_owned(), standing[field].clone())).into_iter().collect();
    plan.insert("id".to_owned(), json!(walk.hearing));
    for (field, other) in [
        ("kind", json!("simplified")),
        ("held_on", json!("2026-03-05")),
        ("is_public", json!(standing["is_public"] == false)),
        ("chair_id", json!(HANDLER)),
        ("proposed_decision", json!("起诉")),
    ] {
        let mut changed = plan.clone();
        changed.insert(field.to_owned(), other);
        let refused = walk.desk.try_ask("hearing_plan", json!(changed)).unwrap_err();
        assert_eq!(
            (refused.at.as_str(), refused.code.ends_with("closed") || refused.code == "hearing_decided"),
            (field, true)
        );
    }
    plan.insert("approved_by".to_owned(), json!("赵检察长"));
    plan.insert("approved_on".to_owned(), json!("2026-03-01"));
    walk.desk.ask("hearing_plan", json!(plan));
    walk.gone("HR-01");
    plan.insert("chair_reason".to_owned(), json!("team_lead"));
    walk.desk.ask("hearing_plan", json!(plan));
    walk.gone("HR-07");
    let now = sheet(&walk.desk, walk.hearing)["hearing"].clone();
    for field in ["handler_id", "planned_on", "decided_on", "adopted", "chair_id"] {
        assert_eq!(now[field], standing[field], "{field}");
    }
    plan.insert("approved_on".to_owned(), json!("2026-03-02"));
    assert_eq!(
        walk.desk.try_ask("hearing_plan", json!(plan)).unwrap_err().at,
        "approved_on",
        "what was entered stands"
    );
}

#[test]
fn what_completes_a_plan_says_no_more_than_was_said() {
    // Nobody is on record as the chair; the one who handles the case today is not put there unasked.
    let walk = Walk::past("听证员产生方式", "随机抽取").on("2026-03-10");
    walk.ask("hearing_close", json!({ "decision": "不起诉", "decided_on": "2026-03-10", "adopted": "full" }));
    walk.stands("HR-07", "late");
    let standing = sheet(&walk.desk, walk.hearing)["hearing"].clone();
    assert_eq!((&standing["chair_id"], &standing["is_public"]), (&Value::Null, &json!(true)));
    let mut plan = json!({
        "id": walk.hearing, "kind": standing["kind"], "held_on": standing["held_on"], "venue": standing["venue"],
        "place": standing["place"], "initiated_by": standing["initiated_by"], "broadcast": standing["broadcast"],
        "recorder": "孔书记员", "publicity_reason": "旁人要求", "not_public_reason": "privacy",
    });
    for field in ["basis", "questions", "proposed_decision", "starts_at", "ends_at", "bailiffs", "chair_reason"] {
        plan[field] = standing[field].clone();
    }
    walk.desk.ask("hearing_plan", plan.clone());
    let now = sheet(&walk.desk, walk.hearing)["hearing"].clone();
    assert_eq!((&now["recorder"], &now["chair_id"]), (&json!("孔书记员"), &Value::Null));
    assert_eq!(
        (&now["publicity_reason"], &now["not_public_reason"]),
        (&json!(""), &json!("")),
        "a public hearing that follows the rule has neither"
    );
    walk.stands("HR-07", "late");
    plan["chair_id"] = json!(HANDLER);
    walk.desk.ask("hearing_plan", plan);
    walk.gone("HR-07");
}

#[test]
fn what_a_decided_hearing_lacks_can_be_entered() {
    let walk = Walk::prepared().on("2026-03-10");
    let hearing = walk.hearing;
    walk.ask("hearing_participant_save", json!({ "name": "证人甲", "role": "witness" }));
    held(&walk.desk, hearing, ["agree", "agree", "agree"]);
    for one in walk.participants() {
        walk.desk.ask("hearing_presence_save", json!({ "participant": one, "presence": { "attended": true } }));
    }
    walk.ask("hearing_step_save", json!({ "step": "present", "at": "09:05", "text": "介绍案情" }));
    walk.ask("hearing_close", json!({ "decision": "不起诉", "decided_on": "2026-03-10", "adopted": "full" }));
    for check in ["HR-02", "HR-10", "HR-12"] {
        assert!(walk.found().contains(check), "{check}");
    }
    let people = walk.participants();
    let refused = |command: &str, mut request: Value| {
        request["hearing"] = json!(hearing);
        assert_eq!(refusal_of(walk.desk.try_ask(command, request.clone())), "hearing_decided", "{command} {request}");
    };
    refused("hearing_notice_save", json!({ "participants": people, "sent_on": "2026-03-06" }));
    refused("hearing_announce", json!({ "announced_on": "2026-03-06", "announced_in": "官网" }));
    refused("hearing_step_save", json!({ "step": "present", "at": "09:20" }));
    refused("hearing_step_save", json!({ "step": "present", "text": "另一份" }));
    let statement = json!({ "participant": people[0], "presence": { "statement": "改口", "signed": true } });
    assert_eq!(refusal_of(walk.desk.try_ask("hearing_presence_save", statement)), "hearing_decided");
    let opinion = json!({ "seat": walk.seats()[0], "opinion": "disagree" });
    assert_eq!(refusal_of(walk.desk.try_ask("hearing_opinion_save", opinion)), "hearing_decided");

    walk.ask("hearing_notice_save", json!({ "participants": [people[2]], "sent_on": "2026-03-06" }));
    walk.gone("HR-02");
    let steps = ["explain", "questions", "deliberate", "views", "final_statements", "sum_up"];
    for (n, step) in steps.iter().enumerate() {
        walk.ask("hearing_step_save", json!({ "step": step, "at": format!("09:{}", 10 + 5 * n) }));
    }
    walk.gone("HR-10");
    for one in people {
        walk.desk.ask("hearing_presence_save", json!({ "participant": one, "presence": { "signed": true } }));
    }
    for seat in walk.seats() {
        walk.desk.ask("hearing_seat_sign", json!({ "seat": seat, "signed": true }));
    }
    for who in ["chair", "recorder"] {
        walk.ask("hearing_office_sign", json!({ "who": who, "signed": true }));
    }
    walk.gone("HR-12");
}
