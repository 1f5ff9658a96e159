//! A hearing from the case to its effect, by name and JSON: what is refused, and with which article.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;
mod hearing;

use common::{TestDesk, refusal_of};
use hearing::*;
use serde_json::{Value, json};

#[track_caller]
fn refused(desk: &TestDesk, name: &str, request: Value, code: &str, article: &str) {
    let refusal = desk.try_ask(name, request).expect_err("a refusal was expected");
    assert_eq!(refusal.code, code);
    let cited = refusal.values.get("article_zh").cloned().unwrap_or_default();
    assert_eq!(cited, article, "{code} names its article");
    if !article.is_empty() {
        assert!(refusal.values["article_en"].contains("art. ") || !article.contains('第'), "{refusal}");
    }
}

#[test]
fn a_hearing_goes_from_plan_to_effect_and_the_timeline_follows() {
    let desk = office();
    let hearing = prepared(&desk);
    assert_eq!(sheet(&desk, hearing)["line"]["status"], "scheduled");
    let desk = desk.on("2026-03-10");
    held(&desk, hearing, ["agree", "agree", "disagree"]);
    let page = sheet(&desk, hearing);
    assert_eq!((&page["line"]["status"], &page["hearing"]["majority"]), (&json!("held"), &json!("agree")));

    let desk = desk.on("2026-03-12");
    let closing =
        json!({ "hearing": hearing, "decision": "对张三作相对不起诉", "decided_on": "2026-03-11", "adopted": "full" });
    desk.ask("hearing_close", closing);
    let seats = ids(&sheet(&desk, hearing)["seats"]);
    desk.ask("hearing_told_save", json!({ "hearing": hearing, "on": "2026-03-12", "parties": true, "seats": seats }));
    desk.ask("hearing_effect_save", json!({ "hearing": hearing, "effect": "accepted", "matches_majority": true }));
    let page = sheet(&desk, hearing);
    assert_eq!(page["line"]["status"], "effect_recorded");

    let case = page["line"]["case_id"].as_i64().unwrap();
    let day = |kind: &str, on: &str| (kind.to_owned(), on.to_owned());
    assert_eq!(
        timeline(&desk, case),
        [
            day("hearing_approved", "2026-03-04"),
            day("hearing_scheduled", "2026-03-05"),
            day("hearing_notified", "2026-03-05"),
            day("hearing_announced", "2026-03-05"),
            day("hearing_held", "2026-03-10"),
            day("hearing_opinion_handled", "2026-03-11"),
            day("hearing_result_told", "2026-03-12"),
            day("hearing_effect_recorded", "2026-03-12"),
        ]
    );
    assert_eq!(desk.ask("record_rebuild", json!({}))["same"], true);
    assert_eq!(desk.ask("record_verify", json!({}))["sound"], true);
}

#[test]
fn the_rule_says_whether_a_hearing_is_public_and_a_departure_needs_a_reason() {
    let desk = office();
    let public = case(&desk, "GC", "first_instance_prosecution", HANDLER);
    let closed = case(&desk, "GC", "arrest_review", HANDLER);
    let minor = json!([{ "role": "suspect", "name": "小李", "birth": "2010-01-01", "act_on": "2026-01-10", "no_id_reason": "not_provided" }]);
    let minors = case_of(&desk, "MI", "first_instance_prosecution", HANDLER, minor);
    for (case, is_public, reason) in [(public, true, ""), (closed, false, "arrest_review"), (minors, false, "minor")] {
        let room = format!("第{case}听证室");
        let starts = format!("{:02}:00", 9 + case);
        let ends = format!("{:02}:30", 9 + case);
        let plan = plan_with(case, json!({ "place": room, "starts_at": starts, "ends_at": ends }));
        let page = sheet(&desk, planned(&desk, plan));
        assert_eq!(page["hearing"]["is_public"], is_public);
        assert_eq!(page["hearing"]["not_public_reason"], reason);
        assert_eq!(page["rules"]["public"], is_public);
    }
    let open_door = plan_with(minors, json!({ "is_public": true }));
    refused(&desk, "hearing_plan", open_door, "hearing_public_without_reason", "听证规定第5条");
    let behind_doors = plan_with(public, json!({ "is_public": false, "not_public_reason": "privacy" }));
    refused(&desk, "hearing_plan", behind_doors, "hearing_closed_without_reason", "听证规定第5条");
    let with_reason = json!({
        "is_public": false, "not_public_reason": "privacy", "publicity_reason": "涉及个人隐私", "place": "二", "starts_at": "08:00", "ends_at": "08:30",
    });
    let page = sheet(&desk, planned(&desk, plan_with(public, with_reason)));
    assert_eq!(page["hearing"]["publicity_reason"], "涉及个人隐私");
}

#[test]
fn a_chief_who_handles_the_case_presides() {
    let desk = office();
    let case_id = case(&desk, "GC", "first_instance_prosecution", CHIEF);
    let other = plan_with(case_id, json!({ "chair_id": OTHER, "chair_reason": "team_lead" }));
    refused(&desk, "hearing_plan", other, "hearing_chair_shall_preside", "听证规定第13条");
    let page = sheet(&desk, planned(&desk, plan(case_id)));
    assert_eq!(page["hearing"]["chair_id"], CHIEF);
    assert_eq!(page["hearing"]["chair_reason"], "chief_prosecutor");

    let mine = case(&desk, "GC", "arrest_review", HANDLER);
    let nobody = plan_with(mine, json!({ "chair_id": OTHER, "held_on": "2026-03-11" }));
    refused(&desk, "hearing_plan", nobody, "hearing_chair_reason", "听证规定第13条");
    let pretending = plan_with(mine, json!({ "chair_id": OTHER, "chair_reason": "handler", "held_on": "2026-03-11" }));
    refused(&desk, "hearing_plan", pretending, "hearing_chair_not_handler", "听证规定第13条");
    let lead = plan_with(mine, json!({ "chair_id": OTHER, "chair_reason": "team_lead", "held_on": "2026-03-11" }));
    assert_eq!(sheet(&desk, planned(&desk, lead))["line"]["chair"], "钱检察官");
}

#[test]
fn rooms_chairs_days_and_closed_cases_are_refused() {
    let desk = office();
    let first = case(&desk, "GC", "first_instance_prosecution", HANDLER);
    let second = case(&desk, "GC", "first_instance_prosecution", OTHER);
    let third = case(&desk, "GC", "first_instance_prosecution", HANDLER);
    let hearing = planned(&desk, plan(first));
    let same_room = plan_with(second, json!({ "starts_at": "10:30", "ends_at": "12:00" }));
    refused(&desk, "hearing_plan", same_room, "hearing_room_taken", "");
    let right_after = plan_with(second, json!({ "starts_at": "11:00", "ends_at": "12:00" }));
    planned(&desk, right_after);
    let same_chair = plan_with(third, json!({ "place": "第二听证室" }));
    refused(&desk, "hearing_plan", same_chair, "hearing_chair_taken", "");
    for (changes, code) in [
        (json!({ "held_on": "2026-03-04" }), "hearing_day_past"),
        (json!({ "ends_at": "08:00" }), "hearing_times_in_wrong_order"),
        (json!({ "approved_on": "2026-03-06" }), "day_in_future"),
        (json!({ "kind": "grand" }), "choice_unknown"),
        (json!({ "initiated_by": "party" }), "field_missing"),
    ] {
        refused(&desk, "hearing_plan", plan_with(third, changes), code, "");
    }
    desk.ask("hearing_cancel", json!({ "hearing": hearing, "reason": "当事人和解" }));
    planned(&desk, plan(third));
    refused(&desk, "hearing_officers_draw", json!({ "hearing": hearing, "count": 3 }), "hearing_cancelled", "");

    let number = desk.ask("hearings_of_case", json!({ "case": second }))[0]["register_no"].clone();
    desk.ask("act_record", json!({ "case": number, "act": { "kind": "joined", "on": "2026-03-05", "fields": { "into_case": "2026-GC-00001" } } }));
    refused(&desk, "hearing_plan", plan_with(second, json!({ "held_on": "2026-03-20" })), "hearing_case_closed", "");
}

#[test]
fn a_plan_is_changed_and_its_act_with_it() {
    let desk = office();
    let case_id = case(&desk, "GC", "first_instance_prosecution", HANDLER);
    let hearing = planned(&desk, plan(case_id));
    let desk = desk.on("2026-03-06");
    planned(&desk, plan_with(case_id, json!({ "id": hearing, "held_on": "2026-03-12" })));
    let acts = timeline(&desk, case_id);
    assert_eq!(acts.iter().filter(|(kind, _)| kind == "hearing_scheduled").count(), 1);
    assert!(acts.contains(&("hearing_scheduled".to_owned(), "2026-03-06".to_owned())), "{acts:?}");
    assert_eq!(sheet(&desk, hearing)["hearing"]["held_on"], "2026-03-12");
}

#[test]
fn an_application_is_refused_with_reasons_and_then_nothing_more_is_done() {
    let desk = office();
    let case_id = case(&desk, "CI", "civil_judgment_supervision", HANDLER);
    let applied = json!({ "initiated_by": "party", "applicant": "张三", "applied_on": "2026-03-04", "approved_on": null, "approved_by": null });
    let hearing = planned(&desk, plan_with(case_id, applied));
    let answer = json!({ "hearing": hearing, "answer": "refused", "answered_on": "2026-03-05" });
    refused(&desk, "hearing_application_answer", answer, "hearing_application_reason_missing", "听证规定第9条");
    let answer = json!({ "hearing": hearing, "answer": "refused", "answered_on": "2026-03-05", "reason": "事实清楚" });
    desk.ask("hearing_application_answer", answer);
    assert_eq!(sheet(&desk, hearing)["line"]["status"], "refused");
    assert_eq!(missing(&desk, hearing), ["refusal_told open"]);
    refused(
        &desk,
        "hearing_announce",
        json!({ "hearing": hearing, "announced_on": "2026-03-05", "announced_in": "官网" }),
        "hearing_application_refused",
        "",
    );
    let kinds: Vec<String> = timeline(&desk, case_id).into_iter().map(|(kind, _)| kind).collect();
    assert!(kinds.contains(&"hearing_application_answered".to_owned()), "{kinds:?}");
}

#[test]
fn a_late_notice_is_recorded_and_said_and_nothing_is_sent_without_approval() {
    let desk = office();
    let case_id = case(&desk, "GC", "first_instance_prosecution", HANDLER);
    let hearing = planned(&desk, plan_with(case_id, json!({ "approved_on": null, "approved_by": null })));
    desk.ask("hearing_participant_save", json!({ "hearing": hearing, "name": "张三", "role": "suspect" }));
    let participants = ids(&sheet(&desk, hearing)["participants"]);
    let notice = |on: &str| json!({ "hearing": hearing, "participants": participants, "sent_on": on });
    refused(&desk, "hearing_notice_save", notice("2026-03-05"), "hearing_not_approved", "听证规定第4条");
    planned(&desk, plan_with(case_id, json!({ "id": hearing })));
    assert_eq!(desk.ask("hearing_notice_save", notice("2026-03-05"))["late"], json!([]));
    let desk = desk.on("2026-03-08");
    let late = desk.ask("hearing_notice_save", notice("2026-03-08"))["late"].clone();
    assert_eq!((&late[0]["latest"], &late[0]["article_zh"]), (&json!("2026-03-07"), &json!("听证规定第10条")));
    assert!(missing(&desk, hearing).contains(&"notice_late late".to_owned()), "{:?}", missing(&desk, hearing));
    assert_eq!(
        desk.ask("hearing_notice_save", notice("2026-03-07"))["late"],
        json!([]),
        "three days before is in time"
    );
}

#[test]
fn the_supervisor_is_missing_in_administrative_supervision_until_invited() {
    let desk = office();
    let case_id = case(&desk, "AD", "admin_judgment_supervision", HANDLER);
    let hearing = planned(&desk, plan(case_id));
    assert!(missing(&desk, hearing).contains(&"supervisor open".to_owned()));
    desk.ask(
        "hearing_participant_save",
        json!({ "hearing": hearing, "name": "孙监督员", "role": "peoples_supervisor" }),
    );
    assert!(!missing(&desk, hearing).contains(&"supervisor open".to_owned()));
}

#[test]
fn taking_an_entry_back_takes_its_act_back() {
    let desk = office();
    let hearing = prepared(&desk);
    let case_id = sheet(&desk, hearing)["line"]["case_id"].as_i64().unwrap();
    let before = timeline(&desk, case_id);
    let seat = ids(&sheet(&desk, hearing)["seats"])[0];
    desk.ask("hearing_officer_drop", json!({ "seat": seat, "reason": "出差" }));
    let cancelled = desk.ask("hearing_cancel", json!({ "hearing": hearing, "reason": "误登记" }));
    assert_eq!(sheet(&desk, hearing)["line"]["status"], "cancelled");
    desk.ask("entry_undo", json!({ "entry": cancelled["entry"], "reason": "误操作" }));
    assert_eq!(sheet(&desk, hearing)["line"]["status"], "scheduled");
    assert_eq!(timeline(&desk, case_id), before);
    assert_eq!(desk.ask("record_rebuild", json!({}))["same"], true);
    assert_eq!(desk.ask("record_verify", json!({}))["sound"], true);
}

#[test]
fn hearings_are_listed_by_page_and_shown_by_day_and_room() {
    let desk = office();
    for n in 0..5 {
        let case_id = case(&desk, "GC", "first_instance_prosecution", HANDLER);
        planned(&desk, plan_with(case_id, json!({ "held_on": format!("2026-03-1{n}") })));
    }
    let first = desk.ask("hearing_list", json!({ "limit": 2 }));
    assert_eq!((&first["total"], first["hearings"].as_array().unwrap().len()), (&json!(5), 2));
    assert_eq!(first["hearings"][0]["held_on"], "2026-03-14");
    let second = desk.ask("hearing_list", json!({ "limit": 2, "after": first["next"] }));
    assert_eq!(second["hearings"][0]["held_on"], "2026-03-12");
    let last = desk.ask("hearing_list", json!({ "limit": 2, "after": second["next"] }));
    assert_eq!((last["hearings"].as_array().unwrap().len(), &last["next"]), (1, &Value::Null));
    let week = desk.ask("hearing_calendar", json!({ "from": "2026-03-09", "to": "2026-03-11" }));
    let days: Vec<&str> = week.as_array().unwrap().iter().map(|line| line["held_on"].as_str().unwrap()).collect();
    assert_eq!(days, ["2026-03-10", "2026-03-11"]);
    assert_eq!(desk.ask("hearing_list", json!({ "text": "第一%" }))["total"], 0, "a percent sign is a character");
    assert_eq!(desk.ask("hearing_list", json!({ "text": "第一听", "status": ["scheduled"] }))["total"], 5);
}

#[test]
fn the_next_hearings_come_first_and_are_those_of_whoever_has_a_part_in_them() {
    let desk = office();
    let mut hearings = Vec::new();
    for n in 0..4 {
        let case_id = case(&desk, "GC", "first_instance_prosecution", HANDLER);
        hearings.push((case_id, planned(&desk, plan_with(case_id, json!({ "held_on": format!("2026-03-1{n}") })))));
    }
    desk.ask("hearing_cancel", json!({ "hearing": hearings[1].1, "reason": "当事人撤回申请" }));
    let next = |who: i64, more: Value| {
        let mut asked = json!({ "from": "2026-03-05", "soonest": true, "count": "hearings", "staff": who });
        asked.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        desk.ask("hearing_list", asked)
    };
    let days = |page: &Value| -> Vec<String> {
        page["hearings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["held_on"].as_str().unwrap()[8..].to_owned())
            .collect()
    };
    let first = next(HANDLER, json!({ "limit": 2 }));
    assert_eq!((days(&first), &first["total"]), (vec!["10".to_owned(), "12".to_owned()], &json!(3)));
    assert_eq!(days(&next(HANDLER, json!({ "limit": 2, "after": first["next"] }))), ["13"]);
    assert_eq!(next(OTHER, json!({}))["total"], 0);
    desk.ask("assistant_name", json!({ "case": hearings[2].0, "account": OTHER }));
    assert_eq!(days(&next(OTHER, json!({}))), ["12"], "who assists has it before him");
}

#[test]
fn only_who_works_on_the_case_prepares_its_hearing() {
    let desk = office();
    let case_id = case(&desk, "GC", "first_instance_prosecution", HANDLER);
    desk.ask("office_lock", json!({}));
    desk.ask("office_unlock", json!({ "login": "qian", "passphrase": "a passphrase of their own" }));
    assert_eq!(refusal_of(desk.try_ask("hearing_plan", plan(case_id))), "no_right_on_case");
    assert_eq!(refusal_of(desk.try_ask("officer_save", json!({ "name": "某人" }))), "officer_pool_not_yours");
    desk.ask("office_lock", json!({}));
    desk.ask("office_unlock", json!({ "login": "wang", "passphrase": "a passphrase of their own" }));
    planned(&desk, plan(case_id));
}
