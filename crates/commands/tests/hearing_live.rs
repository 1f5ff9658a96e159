//! The checks HR-01 to HR-21 while the path of a hearing is walked: each hearing is brought to where a check has to speak, read as
//! the page reads it, and then mended. At every stop no finding on the hearing stands that the path does not name.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;
mod hearing;

use std::collections::BTreeSet;

use common::refusal_of;
use hearing::{HANDLER, OTHER, case, case_of, office, plan, plan_with, planned, sheet, walk::Walk};
use serde_json::{Value, json};

const HANDLERS_LOGIN: &str = "wang";

#[test]
fn hr_01_the_approval() {
    let walk = Walk::planned(json!({ "approved_by": null, "approved_on": null }));
    walk.stands("HR-01", "open");
    let walk = walk.on("2026-03-11");
    walk.stands("HR-01", "late");
    walk.plan(json!({}));
    walk.gone("HR-01");
}

#[test]
fn hr_02_the_notice_in_time() {
    let walk = Walk::planned(json!({}));
    walk.ask("hearing_participant_save", json!({ "name": "李律师", "role": "defender" }));
    walk.stands("HR-02", "open");
    let walk = walk.on("2026-03-08");
    walk.stands("HR-02", "late");
    let sent = |on: &str| json!({ "participants": walk.participants(), "sent_on": on });
    walk.ask("hearing_notice_save", sent("2026-03-08"));
    walk.stands("HR-02", "late");
    walk.ask("hearing_notice_save", sent("2026-03-07"));
    walk.gone("HR-02");
}

#[test]
fn hr_03_the_announcement_before_the_day() {
    let walk = Walk::planned(json!({}));
    walk.stands("HR-03", "open");
    let walk = walk.on("2026-03-11");
    walk.stands("HR-03", "late");
    let announced = |on: &str| json!({ "announced_on": on, "announced_in": "官网" });
    walk.ask("hearing_announce", announced("2026-03-11"));
    walk.stands("HR-03", "late");
    walk.ask("hearing_announce", announced("2026-03-06"));
    walk.gone("HR-03");
}

#[test]
fn hr_04_the_number_of_officers_who_sit() {
    let walk = Walk::planned(json!({}));
    walk.ask("hearing_officers_draw", json!({ "count": 2 }));
    walk.stands("HR-04", "open");
    walk.ask("hearing_officers_draw", json!({ "count": 1 }));
    walk.gone("HR-04");
    let walk = walk.on("2026-03-10");
    walk.ask("hearing_begin", json!({ "at": "09:00" }));
    let came = |came: bool| json!({ "seat": walk.seats()[0], "attended": came });
    walk.desk.ask("hearing_attendance_save", came(false));
    walk.stands("HR-04", "open");
    walk.desk.ask("hearing_attendance_save", came(true));
    walk.gone("HR-04");
}

#[test]
fn hr_05_who_may_not_sit() {
    let walk = Walk::prepared();
    walk.gone("HR-05");
    let seat = walk.seats()[0];
    walk.seat_save(seat, json!({ "declared_on": "2026-03-05", "conflict": "relative" }));
    walk.stands("HR-05", "late");
    walk.desk.ask("hearing_officer_drop", json!({ "seat": seat, "reason": "声明回避" }));
    walk.gone("HR-05");
    // Barred after the seat was filled.
    let officer = sheet(&walk.desk, walk.hearing)["seats"][1].clone();
    let mut entry = json!({ "id": officer["officer_id"], "name": officer["name"], "birth": "1980-01-01" });
    entry["bars"] = json!(["dishonest_debtor"]);
    walk.desk.ask("officer_save", entry.clone());
    walk.stands("HR-05", "late");
    entry["bars"] = json!([]);
    walk.desk.ask("officer_save", entry);
    walk.gone("HR-05");
}

#[test]
fn hr_06_the_leader_who_handles_the_case_presides() {
    let walk = Walk::planned(json!({ "chair_id": OTHER, "chair_reason": "team_lead" }));
    walk.gone("HR-06");
    let head = json!({
        "id": HANDLER, "login": HANDLERS_LOGIN, "name": "王检察官", "post": "department_head", "in_quota": true,
        "on_duty": true,
    });
    walk.desk.ask("account_save", json!({ "account": head }));
    walk.stands("HR-06", "late");
    walk.plan(json!({ "chair_id": HANDLER }));
    walk.gone("HR-06");
}

#[test]
fn hr_07_a_chair_with_the_capacity() {
    let desk = office();
    let registration = json!({
        "line": "GC", "category": "first_instance_prosecution", "title": "张三案", "cause": "盗窃罪", "source": "police",
        "from_unit": "测县公安局", "received_on": "2026-03-02", "accepted_on": "2026-03-03",
        "persons": [{ "role": "suspect", "name": "张三", "no_id_reason": "not_provided" }],
    });
    let case = desk.ask("case_register", registration)["case"].as_i64().unwrap();
    let hearing = planned(&desk, plan(case));
    let walk = Walk { desk, case, hearing };
    walk.stands("HR-07", "open");
    let walk = walk.on("2026-03-11");
    walk.stands("HR-07", "late");
    walk.plan(json!({ "chair_id": OTHER, "chair_reason": "team_lead" }));
    walk.gone("HR-07");

    // An older record may name a chair without saying as what.
    let walk = Walk::past("主持人", "钱检察官");
    walk.stands("HR-07", "late");
    walk.plan(json!({ "held_on": "2026-03-04", "starts_at": null, "ends_at": null, "chair_id": OTHER, "chair_reason": "team_lead" }));
    walk.gone("HR-07");
}

#[test]
fn hr_08_public_against_the_rule() {
    let walk = Walk::planned(json!({}));
    walk.gone("HR-08");
    let minor = json!({ "role": "victim", "name": "小李", "birth": "2010-01-01", "no_id_reason": "not_provided" });
    walk.desk.ask("person_save", json!({ "case": walk.case, "person": minor }));
    walk.stands("HR-08", "late");
    walk.plan(json!({ "is_public": true, "publicity_reason": "当事人及其法定代理人申请公开" }));
    walk.gone("HR-08");
}

#[test]
fn hr_09_closed_against_the_rule() {
    let desk = office();
    let minor = json!({ "role": "victim", "name": "小李", "birth": "2010-01-01", "no_id_reason": "not_provided" });
    let suspect = json!({ "role": "suspect", "name": "张三", "no_id_reason": "not_provided" });
    let case = case_of(&desk, "GC", "first_instance_prosecution", HANDLER, json!([suspect, minor.clone()]));
    let hearing = planned(&desk, plan(case));
    let walk = Walk { desk, case, hearing };
    walk.gone("HR-09");
    let mut grown = minor;
    grown["id"] = walk.desk.ask("case_sheet", json!({ "case": case }))["persons"][1]["id"].clone();
    grown["birth"] = json!("1990-01-01");
    walk.desk.ask("person_save", json!({ "case": case, "person": grown, "reason": "更正" }));
    walk.stands("HR-09", "late");
    walk.plan(json!({ "is_public": false, "not_public_reason": "privacy", "publicity_reason": "涉及被害人隐私" }));
    walk.gone("HR-09");
}

#[test]
fn hr_10_the_seven_steps_in_order() {
    let walk = Walk::held(["agree", "agree", "agree"]);
    walk.stands("HR-10", "open");
    let steps = ["present", "explain", "questions", "deliberate", "views", "final_statements", "sum_up"];
    for (n, step) in steps.iter().enumerate() {
        walk.ask("hearing_step_save", json!({ "step": step, "at": format!("09:{}", 10 + 5 * n) }));
    }
    walk.ask("hearing_step_save", json!({ "step": "sum_up", "at": "09:05" }));
    walk.stands("HR-10", "late");
    walk.ask("hearing_step_save", json!({ "step": "sum_up", "no_time": true }));
    walk.stands("HR-10", "open");
    walk.ask("hearing_step_save", json!({ "step": "sum_up", "at": "10:20" }));
    walk.gone("HR-10");
}

#[test]
fn hr_11_the_consent_before_the_decision() {
    let walk = Walk::held(["agree", "agree", "agree"]);
    let mut closing = json!({
        "hearing": walk.hearing, "decision": "提起公诉", "decided_on": "2026-03-10", "adopted": "no",
    });
    assert_eq!(refusal_of(walk.desk.try_ask("hearing_close", closing.clone())), "hearing_consent_missing");
    // What was decided before this record began is taken over as it was, and said.
    let walk =
        Walk::past("是否到场,听证员意见,是否采纳听证意见,处理结果,决定日期", "是,同意,不采纳,提起公诉,2026-03-04");
    walk.stands("HR-11", "late");
    closing["decided_on"] = json!("2026-03-04");
    closing["consented_by"] = json!("赵检察长");
    closing["consented_on"] = json!("2026-03-04");
    walk.ask("hearing_close", closing);
    walk.gone("HR-11");
}

#[test]
fn hr_12_recording_record_and_signatures() {
    let walk = Walk::held(["agree", "agree", "agree"]);
    walk.stands("HR-12", "open");
    walk.ask("hearing_end", json!({ "recording": "", "transcript": "" }));
    for seat in walk.seats() {
        walk.desk.ask("hearing_seat_sign", json!({ "seat": seat, "signed": true }));
    }
    for one in walk.participants() {
        let presence = json!({ "attended": true, "signed": true });
        walk.desk.ask("hearing_presence_save", json!({ "participant": one, "presence": presence }));
    }
    for who in ["chair", "recorder"] {
        walk.ask("hearing_office_sign", json!({ "who": who, "signed": true }));
    }
    walk.stands("HR-12", "open");
    walk.ask("hearing_end", json!({ "recording": "录-1" }));
    walk.stands("HR-12", "open");
    walk.ask("hearing_end", json!({ "transcript": "笔-1" }));
    walk.gone("HR-12");
}

fn decided() -> Walk {
    let walk = Walk::held(["agree", "agree", "agree"]);
    walk.ask("hearing_close", json!({ "decision": "不起诉", "decided_on": "2026-03-10", "adopted": "full" }));
    walk
}

#[test]
fn hr_13_officers_told_of_the_decision() {
    let walk = decided();
    walk.stands("HR-13", "open");
    let walk = walk.on("2026-03-21");
    walk.stands("HR-13", "late");
    let told = |on: &str| json!({ "seats": walk.seats(), "on": on });
    walk.ask("hearing_told_save", told("2026-03-21"));
    walk.stands("HR-13", "late");
    walk.ask("hearing_told_save", told("2026-03-20"));
    walk.gone("HR-13");
}

#[test]
fn hr_14_the_peoples_supervisor_in_administrative_supervision() {
    let desk = office();
    let case = case(&desk, "AD", "admin_judgment_supervision", HANDLER);
    let hearing = planned(&desk, plan(case));
    let walk = Walk { desk, case, hearing };
    walk.stands("HR-14", "open");
    let walk = walk.on("2026-03-11");
    walk.stands("HR-14", "late");
    walk.ask("hearing_participant_save", json!({ "name": "孙监督员", "role": "peoples_supervisor" }));
    walk.gone("HR-14");
}

#[test]
fn hr_15_before_the_decision_of_the_case() {
    let walk = Walk::prepared();
    walk.gone("HR-15");
    let recorded = walk.act("prosecuted", "2026-03-05", json!({ "charge": "盗窃罪" }));
    walk.stands("HR-15", "late");
    walk.desk.ask("entry_undo", json!({ "entry": recorded["changed"]["entry"], "reason": "录错" }));
    walk.gone("HR-15");
}

#[test]
fn hr_16_reason_and_approval_of_who_was_not_drawn() {
    let walk = Walk::past("听证员产生方式", "指定邀请");
    walk.stands("HR-16", "late");
    let seat = walk.seats()[0];
    walk.seat_save(seat, json!({ "selection": "designated", "selection_reason": "熟悉环境监测" }));
    walk.gone("HR-16");
    let again = json!({ "seat": seat, "notes": { "selection": "designated", "selection_reason": "另一个理由" } });
    assert_eq!(refusal_of(walk.desk.try_ask("hearing_seat_save", again)), "hearing_selection_stands");

    let walk = Walk::past("听证员产生方式", "库外邀请");
    walk.stands("HR-16", "late");
    let mut notes = json!({ "selection": "outside", "outside_approved_on": "2026-03-01" });
    let nobody = json!({ "seat": walk.seats()[0], "notes": notes.clone() });
    assert_eq!(refusal_of(walk.desk.try_ask("hearing_seat_save", nobody)), "field_missing");
    notes["outside_approved_by"] = json!("赵检察长");
    walk.seat_save(walk.seats()[0], notes);
    walk.gone("HR-16");

    let walk = Walk::past("听证日", "2026-03-04");
    walk.stands("HR-16-WAY", "late");
    walk.seat_save(walk.seats()[0], json!({ "selection": "random" }));
    walk.gone("HR-16-WAY");
}

#[test]
fn hr_17_the_applicant_told_of_a_refusal() {
    let applied = json!({
        "initiated_by": "party", "applicant": "张三", "applied_on": "2026-03-04", "approved_by": null, "approved_on": null,
    });
    let walk = Walk::planned(applied.clone());
    let mut answer = json!({ "answer": "refused", "answered_on": "2026-03-05" });
    let unsaid = json!({ "hearing": walk.hearing, "answer": "refused", "answered_on": "2026-03-05" });
    assert_eq!(
        refusal_of(walk.desk.try_ask("hearing_application_answer", unsaid)),
        "hearing_application_reason_missing"
    );
    answer["reason"] = json!("事实清楚");
    walk.ask("hearing_application_answer", answer.clone());
    walk.stands("HR-17", "open");
    answer["told_on"] = json!("2026-03-05");
    walk.ask("hearing_application_answer", answer);
    walk.gone("HR-17");

    // That an agreement was not told yet is said on the path; no check looks at it.
    let walk = Walk::planned(applied);
    walk.ask("hearing_application_answer", json!({ "answer": "agreed", "answered_on": "2026-03-05" }));
    let missing = sheet(&walk.desk, walk.hearing)["missing"].clone();
    let told = missing.as_array().unwrap().iter().find(|line| line["code"] == "answer_told").unwrap().clone();
    assert_eq!(told["check"], "");
    walk.gone("HR-17");
}

#[test]
fn hr_18_the_same_officer_too_often() {
    let walk = Walk::planned(json!({}));
    let limit = json!({ "limits": [{ "rule": "officer_yearly", "value": 1 }], "reason": "检委会决定" });
    walk.desk.ask("hearing_limits_save", limit);
    let earlier = case(&walk.desk, "GC", "first_instance_prosecution", OTHER);
    let earlier = planned(&walk.desk, plan_with(earlier, json!({ "held_on": "2026-03-06" })));
    let pick = |hearing: i64| json!({ "hearing": hearing, "officer": 1, "reason": "专业需要" });
    walk.desk.ask("hearing_officer_pick", pick(earlier));
    walk.gone("HR-18");
    walk.desk.ask("hearing_officer_pick", pick(walk.hearing));
    walk.stands("HR-18", "late");
    walk.desk.ask("hearing_officer_drop", json!({ "seat": walk.seats()[0], "reason": "次数已满" }));
    walk.gone("HR-18");
}

#[test]
fn hr_19_another_place() {
    let elsewhere = json!({ "venue": "party_place", "place": "城关镇东街12号" });
    let walk = Walk::planned(elsewhere.clone());
    walk.stands("HR-19", "open");
    let walk = walk.on("2026-03-11");
    walk.stands("HR-19", "late");
    let mut approved = elsewhere;
    (approved["venue_approved_by"], approved["venue_approved_on"]) = (json!("赵检察长"), json!("2026-03-05"));
    walk.plan(approved);
    walk.gone("HR-19");
}

#[test]
fn hr_20_the_effect_within_the_offices_time() {
    let walk = decided();
    walk.act("not_prosecuted", "2026-03-10", json!({ "kind": "relative" }));
    let by = |walk: &Walk| {
        let missing = sheet(&walk.desk, walk.hearing)["missing"].clone();
        missing.as_array().unwrap().iter().find(|line| line["code"] == "effect").unwrap()["by"].clone()
    };
    walk.stands("HR-20", "open");
    assert_eq!(by(&walk), Value::Null, "the time runs from the closing of the case");
    walk.desk.conclude(&json!(walk.case), "2026-03-10", "不起诉");
    assert_eq!(by(&walk), "2026-04-09");
    let walk = walk.on("2026-04-09");
    walk.stands("HR-20", "open");
    let walk = walk.on("2026-04-10");
    walk.stands("HR-20", "late");
    walk.ask("hearing_effect_save", json!({ "effect": "accepted" }));
    walk.gone("HR-20");
}

#[test]
fn hr_21_nothing_by_which_a_minor_is_known() {
    let walk = Walk::planned(json!({}));
    let mut witness =
        json!({ "role": "witness", "name": "小周", "birth": "1999-01-01", "no_id_reason": "not_provided" });
    let saved = walk.desk.ask("person_save", json!({ "case": walk.case, "person": witness.clone() }));
    let announced = |text: &str| json!({ "announced_on": "2026-03-05", "announced_in": "官网", "announcement": text });
    walk.ask("hearing_announce", announced("证人小周到会"));
    walk.gone("HR-21");
    (witness["id"], witness["birth"]) = (saved["person"].clone(), json!("2010-01-01"));
    walk.desk.ask("person_save", json!({ "case": walk.case, "person": witness, "reason": "更正" }));
    walk.stands("HR-21", "late");
    let mut again = announced("证人小周到会");
    again["hearing"] = json!(walk.hearing);
    assert_eq!(
        refusal_of(walk.desk.try_ask("hearing_announce", again)),
        "hearing_announcement_names_minor",
        "a witness's name is no more to be made public than a party's"
    );
    walk.ask("hearing_announce", announced("证人到会"));
    walk.gone("HR-21");
    let broadcast =
        json!({ "broadcast": "live", "broadcast_approved_by": "赵检察长", "broadcast_approved_on": "2026-03-05" });
    walk.plan(broadcast);
    walk.stands("HR-21", "open");
    walk.plan(json!({}));
    walk.gone("HR-21");
}

/// Every check of hearings has a walk here.
#[test]
fn all_checks_of_hearings_are_walked() {
    let desk = office();
    let checks = desk.ask("check_list", json!({}));
    let codes = checks.as_array().unwrap().iter().map(|check| check["code"].as_str().unwrap().to_owned());
    let of_hearings: BTreeSet<String> = codes.filter(|code| code.starts_with("HR-")).collect();
    let source = include_str!("hearing_live.rs");
    let unwalked: Vec<&String> =
        of_hearings.iter().filter(|code| !source.contains(&format!("walk.stands(\"{code}\""))).collect();
    assert!(unwalked.is_empty(), "{unwalked:?}");
    assert!(of_hearings.len() > 20, "{of_hearings:?}");
}
