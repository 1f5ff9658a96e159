//! What the core refuses of a hearing, where and with which article. The same list stands beside the forms
//! (`ui/src/features/hearings/refusals.json`), whose own test answers each form with it: so a form is never tested with a
//! refusal that the core does not give. `ANJUAN_REFUSALS=write` writes the list anew.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;
mod hearing;

use std::path::Path;

use common::TestDesk;
use hearing::*;
use serde_json::{Map, Value, json};

/// The refusals in the order in which they were met.
struct Met {
    all: Map<String, Value>,
}

impl Met {
    #[track_caller]
    fn meet(&mut self, desk: &TestDesk, name: &str, command: &str, request: Value) {
        let refused = desk.try_ask(command, request).expect_err("a refusal was expected");
        let one = json!({ "command": command, "code": refused.code, "at": refused.at, "values": refused.values });
        assert!(self.all.insert(name.to_owned(), one).is_none(), "{name} stands twice");
    }
}

fn officer_of(desk: &TestDesk, name: &str) -> Value {
    let pool = desk.ask("officer_list", json!({}));
    pool.as_array().unwrap().iter().find(|one| one["name"] == name).unwrap()["id"].clone()
}

/// Planning: the day, the room, the chair, the case.
fn planning(desk: &TestDesk, met: &mut Met) {
    let first = case(desk, "GC", "first_instance_prosecution", HANDLER);
    let second = case(desk, "GC", "first_instance_prosecution", OTHER);
    let chiefs = case(desk, "GC", "first_instance_prosecution", CHIEF);
    planned(desk, plan(first));
    for (name, request) in [
        ("plan_past", plan_with(second, json!({ "held_on": "2026-03-04" }))),
        ("plan_room", plan_with(second, json!({ "starts_at": "10:30", "ends_at": "12:00" }))),
        ("plan_chair", plan_with(chiefs, json!({ "chair_id": OTHER, "chair_reason": "team_lead" }))),
        (
            "plan_public",
            plan_with(second, json!({ "place": "二", "is_public": false, "not_public_reason": "privacy" })),
        ),
    ] {
        met.meet(desk, name, "hearing_plan", request);
    }
    let third = case(desk, "GC", "first_instance_prosecution", HANDLER);
    let closed = planned(desk, plan_with(third, json!({ "held_on": "2026-03-20" })));
    let number = desk.ask("hearings_of_case", json!({ "case": third }))[0]["register_no"].clone();
    let joined = json!({ "kind": "joined", "on": "2026-03-05", "fields": { "into_case": "2026-GC-00001" } });
    desk.ask("act_record", json!({ "case": number, "act": joined }));
    met.meet(desk, "plan_closed_case", "hearing_plan", plan_with(third, json!({ "held_on": "2026-03-23" })));
    met.meet(desk, "draw_closed_case", "hearing_officers_draw", json!({ "hearing": closed, "count": 3 }));
    let off = planned(desk, plan_with(second, json!({ "held_on": "2026-03-24" })));
    desk.ask("hearing_cancel", json!({ "hearing": off, "reason": "当事人和解" }));
    let participant = json!({ "hearing": off, "name": "李律师", "role": "defender" });
    met.meet(desk, "participant_cancelled", "hearing_participant_save", participant);
}

/// Seats: how many, how old, with what interest.
fn seating(desk: &TestDesk, met: &mut Met) {
    let case_id = case(desk, "GC", "first_instance_prosecution", HANDLER);
    let hearing = planned(desk, plan_with(case_id, json!({ "held_on": "2026-03-11" })));
    let interests = json!([{ "name": "王检察官", "ground": "relative" }]);
    for entry in [
        json!({ "name": "年轻人", "birth": "2004-01-01" }),
        json!({ "name": "亲属", "birth": "1970-01-01", "interests": interests }),
    ] {
        desk.ask("officer_save", entry);
    }
    let pick = |name: &str| json!({ "hearing": hearing, "officer": officer_of(desk, name), "reason": "专业需要" });
    met.meet(desk, "draw_many", "hearing_officers_draw", json!({ "hearing": hearing, "count": 8 }));
    met.meet(desk, "pick_under_age", "hearing_officer_pick", pick("年轻人"));
    met.meet(desk, "pick_interest", "hearing_officer_pick", pick("亲属"));
    let outsider = |birth: &str| json!({ "name": "库外专家", "birth": birth, "approved_by": "赵检察长", "approved_on": "2026-03-05" });
    let from_outside = |outsider: Value| json!({ "hearing": hearing, "outsider": outsider, "reason": "专业需要" });
    met.meet(desk, "outsider_under_age", "hearing_officer_pick", from_outside(outsider("2004-01-01")));
    let mut unapproved = outsider("1970-01-01");
    unapproved["approved_on"] = Value::Null;
    met.meet(desk, "outsider_unapproved", "hearing_officer_pick", from_outside(unapproved));
    let mut namesake = outsider("1970-01-01");
    namesake["name"] = json!("张三");
    met.meet(desk, "outsider_namesake", "hearing_officer_pick", from_outside(namesake));
    met.meet(desk, "officer_birth", "officer_save", json!({ "name": "未来人", "birth": "2027-01-01" }));
    desk.ask("hearing_officer_pick", json!({ "hearing": hearing, "officer": 1, "reason": "专业需要" }));
    let seat = ids(&sheet(desk, hearing)["seats"])[0];
    let notes = json!({ "declared_on": null, "conflict": "relative", "briefed_on": null });
    met.meet(desk, "seat_undeclared", "hearing_seat_save", json!({ "seat": seat, "notes": notes }));
    desk.ask("officer_save", json!({ "id": 1, "name": "听证员1", "birth": "2003-03-10" }));
    let earlier = plan_with(case_id, json!({ "id": hearing, "held_on": "2026-03-09" }));
    met.meet(desk, "plan_officer_under_age", "hearing_plan", earlier);
}

/// Notices and the announcement; an application.
fn telling(desk: &TestDesk, met: &mut Met) {
    let minor = json!([{ "role": "suspect", "name": "小李", "birth": "2010-01-01", "act_on": "2026-01-10", "no_id_reason": "not_provided" }]);
    let case_id = case_of(desk, "MI", "first_instance_prosecution", HANDLER, minor);
    let unapproved = json!({
        "approved_by": null, "approved_on": null, "held_on": "2026-03-12", "is_public": true, "publicity_reason": "当事人申请公开",
    });
    let hearing = planned(desk, plan_with(case_id, unapproved.clone()));
    desk.ask("hearing_participant_save", json!({ "hearing": hearing, "name": "李律师", "role": "defender" }));
    let notice = json!({ "hearing": hearing, "participants": ids(&sheet(desk, hearing)["participants"]), "sent_on": "2026-03-05" });
    met.meet(desk, "notice_unapproved", "hearing_notice_save", notice);
    let mut approved = unapproved;
    (approved["id"], approved["approved_by"], approved["approved_on"]) =
        (json!(hearing), json!("赵检察长"), json!("2026-03-05"));
    planned(desk, plan_with(case_id, approved));
    let announcement = json!({
        "hearing": hearing, "announced_on": "2026-03-05", "announced_in": "本院公告栏", "announcement": "小李涉嫌盗窃一案公开听证",
    });
    met.meet(desk, "announcement_minor", "hearing_announce", announcement);
    let civil = case(desk, "CI", "civil_judgment_supervision", HANDLER);
    let applied = json!({
        "initiated_by": "party", "applicant": "张三", "applied_on": "2026-03-04", "approved_on": null, "approved_by": null,
        "held_on": "2026-03-13",
    });
    let asked = planned(desk, plan_with(civil, applied));
    let answer = json!({ "hearing": asked, "answer": "refused", "answered_on": "2026-03-05" });
    met.meet(desk, "answer_without_reason", "hearing_application_answer", answer);
}

/// The day, the decision and what comes after it; `hearing` is prepared for 2026-03-10.
fn closing(desk: TestDesk, hearing: i64, met: &mut Met) {
    let seat = ids(&sheet(&desk, hearing)["seats"])[0];
    let notes = json!({ "declared_on": "2026-03-05", "conflict": "relative" });
    desk.ask("hearing_seat_save", json!({ "seat": seat, "notes": notes }));
    let desk = desk.on("2026-03-10");
    let begin = json!({ "hearing": hearing, "at": "09:00" });
    met.meet(&desk, "begin_conflict", "hearing_begin", begin.clone());
    // The lot falls on another officer each time.
    met.all["begin_conflict"]["values"]["officer"] = json!("听证员");
    desk.ask("hearing_officer_drop", json!({ "seat": seat, "reason": "声明回避" }));
    met.meet(&desk, "begin_few", "hearing_begin", begin);
    desk.ask("hearing_officers_draw", json!({ "hearing": hearing, "count": 1 }));
    desk.ask("hearing_begin", json!({ "hearing": hearing, "at": "09:02" }));
    let seats = sheet(&desk, hearing)["seats"].clone();
    for seat in seats.as_array().unwrap().iter().filter(|seat| seat["dropped_on"].is_null()) {
        desk.ask("hearing_attendance_save", json!({ "seat": seat["id"], "attended": true }));
        desk.ask("hearing_opinion_save", json!({ "seat": seat["id"], "opinion": "agree" }));
    }
    met.meet(&desk, "end_before", "hearing_end", json!({ "hearing": hearing, "at": "08:00" }));
    desk.ask("hearing_end", json!({ "hearing": hearing, "at": "10:40" }));
    let mut closing =
        json!({ "hearing": hearing, "decision": "提起公诉", "decided_on": "2026-03-10", "adopted": "no" });
    met.meet(&desk, "close_without_consent", "hearing_close", closing.clone());
    (closing["consented_by"], closing["consented_on"]) = (json!("赵检察长"), json!("2026-03-10"));
    desk.ask("hearing_close", closing);
    let told = json!({ "hearing": hearing, "on": "2026-03-09", "parties": true });
    met.meet(&desk, "told_early", "hearing_told_save", told);
    let effect = json!({ "hearing": hearing, "effect": "accepted", "note": "机密★10年" });
    met.meet(&desk, "effect_secret", "hearing_effect_save", effect);
}

#[test]
fn the_refusals_that_the_forms_are_tested_with_are_those_of_the_core() {
    let mut met = Met { all: Map::new() };
    let desk = office();
    let hearing = prepared(&desk);
    seating(&desk, &mut met);
    telling(&desk, &mut met);
    let desk_of_plans = office();
    planning(&desk_of_plans, &mut met);
    closing(desk, hearing, &mut met);

    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/features/hearings/refusals.json");
    let written = format!("{}\n", serde_json::to_string_pretty(&met.all).unwrap());
    if std::env::var_os("ANJUAN_REFUSALS").is_some_and(|wish| wish == "write") {
        std::fs::write(&file, &written).unwrap();
    }
    let known: Map<String, Value> = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
    for (name, one) in &met.all {
        assert_eq!(known.get(name), Some(one), "{name}: {}", file.display());
    }
    assert_eq!(known.len(), met.all.len(), "the forms are tested with what the core does not refuse");
    for name in [
        "draw_many",
        "begin_few",
        "pick_under_age",
        "outsider_under_age",
        "plan_officer_under_age",
        "pick_interest",
        "begin_conflict",
        "outsider_unapproved",
        "plan_chair",
        "plan_public",
        "close_without_consent",
        "notice_unapproved",
        "answer_without_reason",
    ] {
        let article = &met.all[name]["values"]["article_zh"];
        assert!(article.as_str().is_some_and(|article| !article.is_empty()), "{name} names its article");
    }
}
