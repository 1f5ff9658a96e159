//! Who sits, the day of the hearing and what was decided.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;
mod hearing;

use common::{TestDesk, refusal_of};
use hearing::*;
use serde_json::{Value, json};

/// A planned hearing of the handler's case with no officers yet, and a pool of five.
fn without_officers(desk: &TestDesk) -> i64 {
    let case_id = case(desk, "GC", "first_instance_prosecution", HANDLER);
    pool(desk, 5);
    planned(desk, plan(case_id))
}

#[track_caller]
fn pick_refused(desk: &TestDesk, hearing: i64, pick: Value, code: &str, article: &str) {
    let mut ask = json!({ "hearing": hearing, "reason": "专业需要" });
    for (key, value) in pick.as_object().unwrap() {
        ask[key] = value.clone();
    }
    let refusal = desk.try_ask("hearing_officer_pick", ask).expect_err("a refusal was expected");
    assert_eq!(refusal.code, code, "{refusal}");
    assert_eq!(refusal.values.get("article_zh").cloned().unwrap_or_default(), article);
}

#[test]
fn a_draw_keeps_what_it_rests_on_and_repeats() {
    let desk = office();
    let hearing = without_officers(&desk);
    desk.ask("officer_save", json!({ "name": "年轻人", "birth": "2004-01-01", "profession": "law" }));
    desk.ask("officer_save", json!({ "name": "张三", "birth": "1970-01-01", "profession": "law" }));
    desk.ask(
        "officer_save",
        json!({ "name": "失信人", "birth": "1970-01-01", "profession": "law", "bars": ["dishonest_debtor"] }),
    );
    let interests = json!([{ "name": "王检察官", "ground": "relative" }]);
    desk.ask(
        "officer_save",
        json!({ "name": "亲属", "birth": "1970-01-01", "profession": "law", "interests": interests }),
    );
    desk.ask(
        "officer_save",
        json!({ "name": "任满", "birth": "1970-01-01", "profession": "law", "term_to": "2026-03-09" }),
    );
    desk.ask("officer_save", json!({ "name": "无生日", "profession": "law" }));
    let slip =
        desk.ask("hearing_officers_draw", json!({ "hearing": hearing, "count": 2, "profession": "law" }))["slip"]
            .clone();
    assert_eq!(ids(&slip["candidates"]), [1, 3, 5]);
    let mut reasons: Vec<&str> =
        slip["excluded"].as_array().unwrap().iter().map(|out| out["reason"].as_str().unwrap()).collect();
    reasons.sort_unstable();
    let expected = ["barred", "birth_unknown", "interest", "namesake", "profession", "profession", "term", "under_age"];
    assert_eq!(reasons, expected);
    assert_eq!((slip["chosen"].as_array().unwrap().len(), &slip["repeats"]), (2, &json!(true)));
    assert_eq!(desk.ask("hearing_draw_slip", json!({ "draw": slip["id"] }))["repeats"], true);
    let again =
        desk.ask("hearing_officers_draw", json!({ "hearing": hearing, "count": 1, "profession": "law" }))["slip"]
            .clone();
    assert_eq!(ids(&again["candidates"]).len(), 1, "who sits already is not drawn again");
    let none_left =
        desk.try_ask("hearing_officers_draw", json!({ "hearing": hearing, "count": 1, "profession": "law" }));
    assert_eq!(refusal_of(none_left), "draw_too_few");
}

#[test]
fn who_may_not_sit_is_refused_with_the_article() {
    let desk = office();
    let hearing = without_officers(&desk);
    for (entry, code, article) in [
        (json!({ "name": "年轻人", "birth": "2003-03-11" }), "officer_under_age", "听证规定第7条"),
        (json!({ "name": "无生日" }), "officer_birth_unknown", "听证规定第7条"),
        (
            json!({ "name": "受罚人", "birth": "1970-01-01", "bars": ["criminal_record"] }),
            "officer_barred",
            "听证规定第7条",
        ),
        (json!({ "name": "张三", "birth": "1970-01-01" }), "officer_namesake", "听证规定第7条"),
        (json!({ "name": "任满", "birth": "1970-01-01", "term_to": "2026-03-09" }), "officer_term_over", ""),
    ] {
        desk.ask("officer_save", entry.clone());
        let pool = desk.ask("officer_list", json!({}));
        let officer = pool.as_array().unwrap().iter().find(|officer| officer["name"] == entry["name"]).unwrap();
        pick_refused(&desk, hearing, json!({ "officer": officer["id"] }), code, article);
        let removal = json!({ "officer": officer["id"], "reason": "不符合条件" });
        desk.ask("officer_remove", removal);
    }
    pick_refused(&desk, hearing, json!({ "officer": 1, "reason": " " }), "officer_pick_without_reason", "听证员库意见");
    let outsider = json!({ "name": "库外专家", "birth": "1970-01-01" });
    pick_refused(&desk, hearing, json!({ "outsider": outsider }), "officer_outside_not_approved", "听证员库意见");
    desk.ask("officer_save", json!({ "name": "刚满", "birth": "2003-03-10" }));
    let pool = desk.ask("officer_list", json!({}));
    let just = pool.as_array().unwrap().iter().find(|officer| officer["name"] == "刚满").unwrap()["id"].clone();
    desk.ask("hearing_officer_pick", json!({ "hearing": hearing, "officer": just, "reason": "年龄在听证日刚满" }));
    let outsider =
        json!({ "name": "库外专家", "birth": "1970-01-01", "approved_by": "赵检察长", "approved_on": "2026-03-05" });
    desk.ask("hearing_officer_pick", json!({ "hearing": hearing, "outsider": outsider, "reason": "需要环境专家" }));
    let seats = sheet(&desk, hearing)["seats"].clone();
    assert_eq!((&seats[0]["selection"], &seats[1]["selection"]), (&json!("designated"), &json!("outside")));
    // The hearing moved a day earlier: the officer is not yet of age then.
    let case_id = sheet(&desk, hearing)["line"]["case_id"].as_i64().unwrap();
    let earlier = plan_with(case_id, json!({ "id": hearing, "held_on": "2026-03-09" }));
    assert_eq!(refusal_of(desk.try_ask("hearing_plan", earlier)), "officer_under_age");
}

#[test]
fn somebody_with_the_name_of_a_party_sits_once_it_is_cleared() {
    let desk = office();
    let hearing = without_officers(&desk);
    desk.ask("officer_save", json!({ "name": "张三", "birth": "1970-01-01" }));
    let pick = json!({ "hearing": hearing, "officer": 6, "reason": "专业需要", "namesake_reason": "身份证号不同，经核实不是同一人" });
    desk.ask("hearing_officer_pick", pick);
    assert!(!missing(&desk, hearing).iter().any(|line| line.starts_with("officer_unfit")));
}

#[test]
fn who_has_heard_the_case_or_sits_elsewhere_is_not_taken() {
    let desk = office();
    let first = without_officers(&desk);
    let case_id = sheet(&desk, first)["line"]["case_id"].as_i64().unwrap();
    desk.ask("hearing_officer_pick", json!({ "hearing": first, "officer": 1, "reason": "专业需要" }));
    let again = planned(&desk, plan_with(case_id, json!({ "held_on": "2026-03-20" })));
    pick_refused(&desk, again, json!({ "officer": 1 }), "officer_heard_before", "听证规定第7条");
    let other_case = case(&desk, "GC", "first_instance_prosecution", OTHER);
    let same_time = planned(&desk, plan_with(other_case, json!({ "place": "第二听证室" })));
    pick_refused(&desk, same_time, json!({ "officer": 1 }), "officer_taken", "");
    let later = planned(&desk, plan_with(other_case, json!({ "held_on": "2026-03-11" })));
    desk.ask("hearing_officer_pick", json!({ "hearing": later, "officer": 1, "reason": "专业需要" }));
    let case_id = other_case;
    let moved = plan_with(case_id, json!({ "id": later, "place": "第三听证室", "chair_id": CHIEF }));
    assert_eq!(refusal_of(desk.try_ask("hearing_plan", moved)), "hearing_officer_taken");
}

#[test]
fn three_to_seven_officers_sit_unless_it_is_said_why_fewer() {
    let desk = office();
    let hearing = without_officers(&desk);
    pool(&desk, 5);
    let many = desk.try_ask("hearing_officers_draw", json!({ "hearing": hearing, "count": 8 })).unwrap_err();
    assert_eq!(
        (many.code.as_str(), many.values["most"].as_str(), many.values["found"].as_str()),
        ("hearing_officers_many", "7", "8")
    );
    desk.ask("hearing_officers_draw", json!({ "hearing": hearing, "count": 2 }));
    assert!(missing(&desk, hearing).contains(&"officers_few open".to_owned()));
    let begin = json!({ "hearing": hearing, "at": "09:00" });
    assert_eq!(refusal_of(desk.try_ask("hearing_begin", begin.clone())), "hearing_day_not_come");
    let desk = desk.on("2026-03-10");
    let few = desk.try_ask("hearing_begin", begin).unwrap_err();
    assert_eq!((few.code.as_str(), few.values["least"].as_str()), ("hearing_officers_few", "3"));
    assert_eq!(few.values["article_zh"], "听证规定第8条");
    desk.ask(
        "hearing_begin",
        json!({ "hearing": hearing, "at": "09:00", "officer_number_reason": "一名听证员突发疾病" }),
    );
}

#[test]
fn an_officer_who_declares_an_interest_has_to_go() {
    let desk = office();
    let hearing = prepared(&desk);
    let seat = ids(&sheet(&desk, hearing)["seats"])[0];
    let notes = json!({ "declared_on": "2026-03-05", "conflict": "relative" });
    desk.ask("hearing_seat_save", json!({ "seat": seat, "notes": notes }));
    assert!(missing(&desk, hearing).contains(&"officer_unfit late".to_owned()));
    let desk = desk.on("2026-03-10");
    let begin = json!({ "hearing": hearing, "at": "09:00" });
    assert_eq!(refusal_of(desk.try_ask("hearing_begin", begin.clone())), "officer_conflict_declared");
    desk.ask("hearing_officer_drop", json!({ "seat": seat, "reason": "声明回避" }));
    desk.ask("hearing_officers_draw", json!({ "hearing": hearing, "count": 1 }));
    desk.ask("hearing_begin", begin);
}

#[test]
fn the_day_is_kept_piece_by_piece_and_the_list_gets_shorter() {
    let desk = office();
    let hearing = prepared(&desk).to_owned();
    let desk = desk.on("2026-03-10");
    assert_eq!(
        refusal_of(desk.try_ask("hearing_end", json!({ "hearing": hearing, "at": "10:00" }))),
        "hearing_not_begun"
    );
    desk.ask("hearing_begin", json!({ "hearing": hearing, "at": "09:00" }));
    let seats = ids(&sheet(&desk, hearing)["seats"]);
    let opinion = |seat: i64| json!({ "seat": seat, "opinion": "agree" });
    assert_eq!(refusal_of(desk.try_ask("hearing_opinion_save", opinion(seats[0]))), "officer_not_present");
    assert_eq!(
        refusal_of(desk.try_ask("hearing_end", json!({ "hearing": hearing, "at": "10:00" }))),
        "hearing_attendance_missing"
    );
    for seat in &seats {
        desk.ask("hearing_attendance_save", json!({ "seat": seat, "attended": true }));
    }
    let steps = ["present", "explain", "questions", "deliberate", "views", "final_statements", "sum_up"];
    for (n, step) in steps.iter().enumerate() {
        let at = format!("09:{n}0");
        if n < 6 {
            desk.ask("hearing_step_save", json!({ "hearing": hearing, "step": step, "at": at, "text": "内容" }));
        }
    }
    assert!(missing(&desk, hearing).contains(&"step open".to_owned()));
    desk.ask("hearing_step_save", json!({ "hearing": hearing, "step": "sum_up", "at": "09:05" }));
    assert!(
        missing(&desk, hearing).contains(&"steps_order late".to_owned()),
        "the last step can't be before the others"
    );
    desk.ask("hearing_step_save", json!({ "hearing": hearing, "step": "sum_up", "at": "10:05", "text": "总结" }));
    let participant = ids(&sheet(&desk, hearing)["participants"])[0];
    desk.ask(
        "hearing_presence_save",
        json!({ "participant": participant, "presence": { "attended": true, "statement": "认罪" } }),
    );
    desk.ask("hearing_presence_save", json!({ "participant": participant, "presence": { "signed": true } }));
    let page = sheet(&desk, hearing);
    assert_eq!(page["participants"][0]["statement"], "认罪", "what is not said again stays");
    assert_eq!((&page["steps"][6]["position"], &page["steps"][6]["text"]), (&json!(7), &json!("总结")));
    assert!(!missing(&desk, hearing).iter().any(|line| line.starts_with("step")));
}

#[test]
fn the_majority_is_found_by_itself() {
    let desk = office();
    let hearing = prepared(&desk);
    let desk = desk.on("2026-03-10");
    held(&desk, hearing, ["agree", "disagree", "partly"]);
    assert_eq!(sheet(&desk, hearing)["hearing"]["majority"], "", "one of three each");
    let seats = ids(&sheet(&desk, hearing)["seats"]);
    desk.ask("hearing_opinion_save", json!({ "seat": seats[2], "opinion": "disagree" }));
    assert_eq!(sheet(&desk, hearing)["hearing"]["majority"], "disagree");
    desk.ask("hearing_attendance_save", json!({ "seat": seats[2], "attended": false }));
    assert_eq!(sheet(&desk, hearing)["hearing"]["majority"], "", "one against one is no majority");
}

#[test]
fn not_following_the_majority_needs_the_consent_before_the_decision() {
    let desk = office();
    let hearing = prepared(&desk);
    let desk = desk.on("2026-03-10");
    let closing = |changes: Value| {
        let mut closing =
            json!({ "hearing": hearing, "decision": "提起公诉", "decided_on": "2026-03-12", "adopted": "no" });
        for (key, value) in changes.as_object().unwrap() {
            closing[key] = value.clone();
        }
        closing
    };
    assert_eq!(refusal_of(desk.try_ask("hearing_close", closing(json!({})))), "hearing_not_ended");
    held(&desk, hearing, ["agree", "agree", "agree"]);
    let desk = desk.on("2026-03-14");
    for (changes, code) in [
        (json!({}), "hearing_consent_missing"),
        (json!({ "consented_on": "2026-03-11" }), "hearing_consent_missing"),
        (json!({ "consented_on": "2026-03-13", "consented_by": "赵检察长" }), "hearing_consent_late"),
    ] {
        let refusal = desk.try_ask("hearing_close", closing(changes)).unwrap_err();
        assert_eq!((refusal.code.as_str(), refusal.values["article_zh"].as_str()), (code, "听证规定第16条"));
    }
    for (changes, code) in [
        (json!({ "adopted": "" }), "field_missing"),
        (json!({ "decided_on": "2026-03-09" }), "days_in_wrong_order"),
        (json!({ "decided_on": "2026-03-15" }), "day_in_future"),
        (json!({ "on_the_spot": true }), "hearing_spot_other_day"),
        (json!({ "decision": " " }), "field_missing"),
        (json!({ "decision": "机密★10年" }), "state_secret"),
    ] {
        assert_eq!(refusal_of(desk.try_ask("hearing_close", closing(changes.clone()))), code, "{changes}");
    }
    let consented = json!({ "reported_on": "2026-03-11", "consented_on": "2026-03-11", "consented_by": "赵检察长" });
    desk.ask("hearing_close", closing(consented));
    assert_eq!(sheet(&desk, hearing)["line"]["status"], "decided");
    assert!(!missing(&desk, hearing).iter().any(|line| line.starts_with("consent")));
    assert_eq!(refusal_of(desk.try_ask("hearing_plan", plan_with(1, json!({ "id": hearing })))), "hearing_decided");
}

#[test]
fn following_the_majority_needs_no_consent_and_a_decision_can_be_made_on_the_spot() {
    let desk = office();
    let hearing = prepared(&desk);
    let desk = desk.on("2026-03-10");
    held(&desk, hearing, ["agree", "agree", "disagree"]);
    let closing = json!({ "hearing": hearing, "decision": "相对不起诉", "decided_on": "2026-03-10", "on_the_spot": true, "adopted": "full" });
    desk.ask("hearing_close", closing);
    let lines = missing(&desk, hearing);
    assert!(!lines.contains(&"parties_told open".to_owned()), "the parties heard it on the spot");
    assert!(lines.contains(&"officer_told open".to_owned()) && lines.contains(&"effect open".to_owned()), "{lines:?}");
    let desk = desk.on("2026-03-21");
    assert!(missing(&desk, hearing).contains(&"officer_told late".to_owned()), "ten days have passed");
    let early = json!({ "hearing": hearing, "on": "2026-03-09", "parties": true });
    assert_eq!(refusal_of(desk.try_ask("hearing_told_save", early)), "days_in_wrong_order");
}
