//! What the rules say of hearings, each held against a plain model: who may be drawn, when a notice is late, what stands against
//! a day, what a figure opens, what the office may set for itself.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;
mod hearing;

use std::collections::{BTreeMap, BTreeSet};

use anjuan_law::Day;
use common::{TestDesk, refusal_of};
use hearing::{
    CHIEF, HANDLER, OTHER, case, held, ids, missing, office, plan, plan_with, planned, pool, prepared, sheet,
};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Somebody of a random pool.
#[derive(Debug, Clone)]
struct Someone {
    birth: Option<&'static str>,
    profession: &'static str,
    term_to: Option<&'static str>,
    barred: bool,
    away: bool,
    interest: bool,
}

fn someone() -> impl Strategy<Value = Someone> {
    (
        prop::sample::select(vec![None, Some("1980-01-01"), Some("2003-03-10"), Some("2003-03-11")]),
        prop::sample::select(vec!["law", "medicine"]),
        prop::sample::select(vec![None, None, Some("2026-03-09"), Some("2026-03-10")]),
        prop::bool::weighted(0.2),
        prop::bool::weighted(0.2),
        prop::bool::weighted(0.2),
    )
        .prop_map(|(birth, profession, term_to, barred, away, interest)| Someone {
            birth,
            profession,
            term_to,
            barred,
            away,
            interest,
        })
}

/// Why somebody may not be drawn for 2026-03-10, by the text of the rules.
fn against(one: &Someone, profession: &str) -> BTreeSet<&'static str> {
    let mut reasons = BTreeSet::new();
    let mut add = |holds: bool, reason: &'static str| holds.then(|| reasons.insert(reason));
    add(one.birth.is_none(), "birth_unknown");
    add(one.birth == Some("2003-03-11"), "under_age");
    add(!profession.is_empty() && one.profession != profession, "profession");
    add(one.term_to == Some("2026-03-09"), "term");
    add(one.barred, "barred");
    add(one.away, "away");
    add(one.interest, "interest");
    reasons
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Only those who may sit are candidates, everybody else stands there with each reason, who is chosen is a candidate, and the
    /// draw repeats from its record.
    #[test]
    fn a_draw_takes_only_who_may_sit(people in prop::collection::vec(someone(), 1..9), by_profession in any::<bool>(), count in 1u32..4) {
        let desk = office();
        let case_id = case(&desk, "GC", "first_instance_prosecution", HANDLER);
        let hearing = planned(&desk, plan(case_id));
        for (n, one) in people.iter().enumerate() {
            let entry = json!({
                "name": format!("人选{n}"), "birth": one.birth, "profession": one.profession, "term_to": one.term_to,
                "bars": if one.barred { vec!["dismissed"] } else { vec![] },
                "away": if one.away { json!([{ "from": "2026-03-10", "to": "2026-03-11" }]) } else { json!([]) },
                "interests": if one.interest { json!([{ "name": "张三", "ground": "relative" }]) } else { json!([]) },
            });
            desk.ask("officer_save", entry);
        }
        let profession = if by_profession { "law" } else { "" };
        let free: Vec<i64> = (1..).zip(&people).filter(|(_, one)| against(one, profession).is_empty()).map(|(id, _)| id).collect();
        let ask = json!({ "hearing": hearing, "count": count, "profession": profession });
        let drawn = desk.try_ask("hearing_officers_draw", ask);
        if free.len() < count as usize {
            prop_assert_eq!(refusal_of(drawn), "draw_too_few");
            return Ok(());
        }
        let slip = drawn.unwrap()["slip"].clone();
        prop_assert_eq!(ids(&slip["candidates"]), free.clone());
        let mut reasons: BTreeMap<i64, BTreeSet<String>> = BTreeMap::new();
        for out in slip["excluded"].as_array().unwrap() {
            reasons.entry(out["id"].as_i64().unwrap()).or_default().insert(out["reason"].as_str().unwrap().to_owned());
        }
        for (id, one) in (1..).zip(&people) {
            let meant: BTreeSet<String> = against(one, profession).into_iter().map(str::to_owned).collect();
            prop_assert_eq!(reasons.remove(&id).unwrap_or_default(), meant, "officer {}", id);
        }
        let chosen: BTreeSet<i64> = slip["chosen"].as_array().unwrap().iter().map(|id| id.as_i64().unwrap()).collect();
        prop_assert_eq!(chosen.len(), count as usize);
        prop_assert!(chosen.iter().all(|id| free.contains(id)));
        prop_assert_eq!(&desk.ask("hearing_draw_slip", json!({ "draw": slip["id"] }))["chosen"], &slip["chosen"]);
        prop_assert_eq!(&desk.ask("hearing_draws_verify", json!({})), &json!({ "draws": 1, "agree": 1, "disagree": [] }));
    }
}

/// Three days before, counted by the calendar: weekends and holidays count like other days.
#[test]
fn a_notice_is_late_from_the_second_day_before() {
    let desk = office();
    let mut hearings = Vec::new();
    for (n, held_on) in ["2026-03-12", "2026-03-16", "2026-03-17", "2026-05-05"].into_iter().enumerate() {
        let case_id = case(&desk, "GC", "first_instance_prosecution", HANDLER);
        let hearing = planned(&desk, plan_with(case_id, json!({ "held_on": held_on, "place": format!("第{n}室") })));
        desk.ask("hearing_participant_save", json!({ "hearing": hearing, "name": "张三", "role": "suspect" }));
        hearings.push((hearing, held_on.parse::<Day>().unwrap()));
    }
    let desk = desk.on("2026-05-05");
    for (hearing, held_on) in hearings {
        let participants = ids(&sheet(&desk, hearing)["participants"]);
        for before in 0..7 {
            let sent = held_on.add_days(-before);
            let ask = json!({ "hearing": hearing, "participants": participants, "sent_on": sent.to_string() });
            let late = desk.ask("hearing_notice_save", ask)["late"].as_array().unwrap().len();
            assert_eq!(late, usize::from(before < 3), "a hearing on {held_on}, told on {sent}");
            let says = missing(&desk, hearing).contains(&"notice_late late".to_owned());
            assert_eq!(says, before < 3, "the list of what is missing says the same");
        }
    }
}

#[test]
fn another_place_than_the_hearing_room_needs_the_chief_prosecutors_approval() {
    let desk = office();
    let case_id = case(&desk, "GC", "first_instance_prosecution", HANDLER);
    let elsewhere = json!({ "venue": "party_place", "place": "城关镇东街12号" });
    let hearing = planned(&desk, plan_with(case_id, elsewhere));
    desk.ask("hearing_participant_save", json!({ "hearing": hearing, "name": "张三", "role": "suspect" }));
    assert!(missing(&desk, hearing).contains(&"venue_approval open".to_owned()));
    let notice = json!({ "hearing": hearing, "participants": ids(&sheet(&desk, hearing)["participants"]), "sent_on": "2026-03-05" });
    let refusal = desk.try_ask("hearing_notice_save", notice.clone()).unwrap_err();
    assert_eq!(
        (refusal.code.as_str(), refusal.values["article_zh"].as_str()),
        ("hearing_venue_not_approved", "听证规定第12条")
    );
    let alone =
        json!({ "id": hearing, "venue": "party_place", "place": "城关镇东街12号", "venue_approved_on": "2026-03-05" });
    assert_eq!(refusal_of(desk.try_ask("hearing_plan", plan_with(case_id, alone.clone()))), "field_missing");
    let mut approved = alone;
    approved["venue_approved_by"] = json!("赵检察长");
    planned(&desk, plan_with(case_id, approved));
    desk.ask("hearing_notice_save", notice);
    assert!(!missing(&desk, hearing).iter().any(|line| line.starts_with("venue_approval")));
}

/// What stands against a plan as it is typed, by code and whether saving is refused.
fn clashes(desk: &TestDesk, ask: Value) -> BTreeSet<(String, bool)> {
    let rules = desk.ask("hearing_rules", ask);
    let clash = |one: &Value| (one["code"].as_str().unwrap().to_owned(), one["refused"] == true);
    rules["clashes"].as_array().unwrap().iter().map(clash).collect()
}

#[test]
fn rooms_people_leave_rest_days_and_due_dates_are_said_while_the_plan_is_typed() {
    let desk = office();
    pool(&desk, 4);
    let first = case(&desk, "GC", "first_instance_prosecution", HANDLER);
    let second = case(&desk, "GC", "first_instance_prosecution", HANDLER);
    let standing = planned(&desk, plan(first));
    let mine = planned(&desk, plan_with(second, json!({ "held_on": "2026-03-11" })));
    for hearing in [standing, mine] {
        desk.ask("hearing_officer_pick", json!({ "hearing": hearing, "officer": 1, "reason": "专业需要" }));
        desk.ask(
            "hearing_participant_save",
            json!({ "hearing": hearing, "name": "李律师", "role": "defender", "unit": "某所" }),
        );
    }
    let ask = |changes: Value| {
        let mut ask = json!({
            "case": second, "hearing": mine, "kind": "ordinary", "held_on": "2026-03-10", "starts_at": "10:00",
            "ends_at": "12:00", "place": "第一听证室",
        });
        for (key, value) in changes.as_object().unwrap() {
            ask[key] = value.clone();
        }
        clashes(&desk, ask)
    };
    let refused = |code: &str| (code.to_owned(), true);
    let told = |code: &str| (code.to_owned(), false);
    let all = ask(json!({}));
    let taken: BTreeSet<_> = [refused("room"), refused("chair"), refused("officer"), told("participant")].into();
    assert!(all.is_superset(&taken), "{all:?}");
    assert!(all.contains(&told("due_next")), "the case's own next due date: {all:?}");
    let beside = ask(json!({ "starts_at": "11:00", "ends_at": "12:00" }));
    assert!(beside.is_disjoint(&taken), "right after the other hearing: {beside:?}");
    let elsewhere = ask(json!({ "place": "第二听证室", "chair_id": OTHER }));
    assert!(!elsewhere.contains(&refused("room")) && !elsewhere.contains(&refused("chair")), "{elsewhere:?}");

    desk.ask(
        "absence_save",
        json!({ "account": HANDLER, "from": "2026-03-12", "to": "2026-03-13", "reason": "leave" }),
    );
    let away = json!({ "id": 1, "name": "听证员1", "birth": "1980-01-01", "away": [{ "from": "2026-03-12", "to": "2026-03-12" }] });
    desk.ask("officer_save", away);
    let on_leave = ask(json!({ "held_on": "2026-03-12" }));
    assert!(on_leave.contains(&told("chair_away")) && on_leave.contains(&told("officer_away")), "{on_leave:?}");
    assert!(!ask(json!({ "held_on": "2026-03-12", "chair_id": CHIEF })).contains(&told("chair_away")));
    assert!(ask(json!({ "held_on": "2026-03-14" })).contains(&told("rest_day")), "a Saturday");
    assert!(!ask(json!({ "held_on": "2026-03-16" })).contains(&told("rest_day")));
    assert!(ask(json!({ "held_on": "2026-03-06" })).contains(&told("notice_late")), "too late for the notice");
    assert!(!ask(json!({ "held_on": "2026-03-08" })).contains(&told("notice_late")));
    let late = ask(json!({ "held_on": "2026-12-01" }));
    assert!(late.contains(&told("due_before")) && !late.contains(&told("due_next")), "after the case is due: {late:?}");
}

#[test]
fn notes_are_kept_in_the_order_they_fell_changed_and_struck() {
    let desk = office();
    let hearing = prepared(&desk);
    let note = |text: &str| json!({ "hearing": hearing, "kind": "question", "speaker": "听证员1", "text": text });
    assert_eq!(refusal_of(desk.try_ask("hearing_note_save", note("早了"))), "hearing_day_not_come");
    let desk = desk.on("2026-03-10");
    desk.ask("hearing_begin", json!({ "hearing": hearing, "at": "09:00" }));
    assert_eq!(refusal_of(desk.try_ask("hearing_note_save", note(" "))), "field_missing");
    assert_eq!(refusal_of(desk.try_ask("hearing_note_save", note("绝密★长期"))), "state_secret");
    let mut grand = note("甲");
    grand["kind"] = json!("grand");
    assert_eq!(refusal_of(desk.try_ask("hearing_note_save", grand)), "choice_unknown");
    for text in ["甲", "乙", "丙"] {
        desk.ask("hearing_note_save", note(text));
    }
    let notes = || sheet(&desk, hearing)["notes"].clone();
    let texts = |notes: &Value| -> Vec<String> {
        notes.as_array().unwrap().iter().map(|note| note["text"].as_str().unwrap().to_owned()).collect()
    };
    let second = ids(&notes())[1];
    let mut changed = note("乙改");
    changed["id"] = json!(second);
    desk.ask("hearing_note_save", changed);
    assert_eq!(texts(&notes()), ["甲", "乙改", "丙"]);
    let struck = desk.ask("hearing_note_drop", json!({ "note": second }));
    assert_eq!(texts(&notes()), ["甲", "丙"]);
    desk.ask("entry_undo", json!({ "entry": struck["entry"], "reason": "误删" }));
    assert_eq!(texts(&notes()), ["甲", "乙改", "丙"], "what was struck is in the journal");
    assert_eq!(refusal_of(desk.try_ask("hearing_note_drop", json!({ "note": 999 }))), "hearing_note_unknown");
}

#[test]
fn everybody_signs_or_it_is_said_why_not() {
    let desk = office();
    let hearing = prepared(&desk);
    let case_id = sheet(&desk, hearing)["line"]["case_id"].clone();
    planned(&desk, plan_with(case_id.as_i64().unwrap(), json!({ "id": hearing, "recorder": "孔书记员" })));
    let desk = desk.on("2026-03-10");
    let unsigned = || {
        let lines = missing(&desk, hearing);
        lines.iter().filter(|line| line.contains("signature")).count()
    };
    held(&desk, hearing, ["agree", "agree", "agree"]);
    let page = sheet(&desk, hearing);
    for participant in ids(&page["participants"]) {
        desk.ask("hearing_presence_save", json!({ "participant": participant, "presence": { "attended": true } }));
    }
    assert_eq!(unsigned(), 3 + 2 + 2, "three officers, two participants, the chair who is the handler, the recorder");
    for who in ["chair", "recorder"] {
        desk.ask("hearing_office_sign", json!({ "hearing": hearing, "who": who, "signed": true }));
    }
    let seats = ids(&page["seats"]);
    desk.ask("hearing_seat_sign", json!({ "seat": seats[0], "signed": true }));
    desk.ask("hearing_seat_sign", json!({ "seat": seats[1], "signed": false, "refusal_to_sign": "对记录有异议" }));
    assert_eq!(unsigned(), 1 + 2, "a refusal with its reason is no gap");
    desk.ask("hearing_seat_sign", json!({ "seat": seats[2], "signed": false }));
    assert_eq!(unsigned(), 1 + 2, "a refusal without a reason is one");
}

#[test]
fn the_look_back_stands_among_what_is_due_until_it_is_done() {
    let desk = office();
    let hearing = prepared(&desk);
    let desk = desk.on("2026-03-10");
    held(&desk, hearing, ["agree", "agree", "disagree"]);
    let closing = json!({ "hearing": hearing, "decision": "不起诉", "decided_on": "2026-03-10", "adopted": "full" });
    desk.ask("hearing_close", closing);
    let due = || -> Vec<(String, String)> {
        let page = desk.ask("due_list", json!({}));
        let row = |row: &Value| {
            (row["safe_due"].as_str().unwrap().to_owned(), row["title"]["zh"].as_str().unwrap().to_owned())
        };
        let rows = page["rows"].as_array().unwrap().iter();
        rows.filter(|row| row["rule"] == "hearing_look_back").map(row).collect()
    };
    assert_eq!(due(), []);
    let effect = json!({ "hearing": hearing, "effect": "accepted", "follow_up_on": "2026-04-10" });
    desk.ask("hearing_effect_save", effect.clone());
    assert_eq!(due(), [("2026-04-10".to_owned(), "听证后回访".to_owned())]);
    let case = sheet(&desk, hearing)["line"]["case_id"].as_i64().unwrap();
    let of_case = |desk: &TestDesk| desk.ask("case_due", json!({ "case": case }))["look_backs"].clone();
    let to_come = json!([{
        "hearing": hearing, "held_on": "2026-03-10", "on": "2026-04-10", "state": "quiet", "days_left": 31, "found": "",
    }]);
    assert_eq!(of_case(&desk), to_come, "the case's own page says it too");
    let on_timeline = |desk: &TestDesk| {
        let acts = desk.ask("case_sheet", json!({ "case": case }))["acts"].clone();
        let act = acts.as_array().unwrap().iter().find(|act| act["kind"] == "hearing_effect_recorded").unwrap().clone();
        act["fields"].to_string()
    };
    assert!(on_timeline(&desk).contains("2026-04-10"), "{}", on_timeline(&desk));
    assert!(missing(&desk, hearing).contains(&"follow_up open".to_owned()));
    assert_eq!(desk.ask("record_rebuild", json!({}))["same"], true);
    let mut done = effect;
    done["follow_up"] = json!("双方无异议");
    desk.ask("hearing_effect_save", done);
    assert_eq!(due(), []);
    let met = of_case(&desk);
    assert_eq!((&met[0]["state"], &met[0]["found"]), (&json!("met"), &json!("双方无异议")));
    assert!(on_timeline(&desk).contains("双方无异议"));
    assert_eq!(desk.ask("record_rebuild", json!({}))["same"], true);
}

#[test]
fn the_office_sets_its_own_limits_and_draws_checks_and_lists_follow() {
    let desk = office();
    pool(&desk, 3);
    let limits = desk.ask("hearing_limits", json!({}));
    let of = |limits: &Value, rule: &str| {
        let one = limits.as_array().unwrap().iter().find(|one| one["rule"] == rule).unwrap().clone();
        (one["value"].as_u64().unwrap(), one["usual"].as_u64().unwrap())
    };
    assert_eq!((of(&limits, "officer_yearly"), of(&limits, "officers_told_within")), ((6, 6), (10, 10)));
    let set =
        |rule: &str, value: Value| json!({ "limits": [{ "rule": rule, "value": value }], "reason": "检委会决定" });
    for (ask, code) in [
        (set("officer_yearly", json!(0)), "number_outside"),
        (set("publicity", json!(3)), "choice_unknown"),
        (json!({ "limits": [], "reason": " " }), "reason_missing"),
    ] {
        assert_eq!(refusal_of(desk.try_ask("hearing_limits_save", ask)), code);
    }
    let first = case(&desk, "GC", "first_instance_prosecution", HANDLER);
    let second = case(&desk, "GC", "first_instance_prosecution", OTHER);
    let hearing = planned(&desk, plan(first));
    desk.ask("hearing_officer_pick", json!({ "hearing": hearing, "officer": 1, "reason": "专业需要" }));
    let later = planned(&desk, plan_with(second, json!({ "held_on": "2026-03-12" })));
    desk.ask("hearing_limits_save", set("officer_yearly", json!(1)));
    let slip = desk.ask("hearing_officers_draw", json!({ "hearing": later, "count": 2 }))["slip"].clone();
    assert_eq!(ids(&slip["candidates"]), [2, 3], "who sat once this year is not drawn any more");
    assert_eq!((&slip["excluded"][0]["id"], &slip["excluded"][0]["reason"]), (&json!(1), &json!("limit")));
    desk.ask("hearing_officer_pick", json!({ "hearing": later, "officer": 1, "reason": "专业需要" }));
    let findings = || {
        let all = desk.ask("case_findings", json!({ "case": second }));
        all.as_array().unwrap().iter().filter(|one| one["check"] == "hr_18").count()
    };
    assert_eq!(findings(), 1, "by hand it can be done, and the check says so");
    desk.ask("hearing_limits_save", set("officer_yearly", Value::Null));
    assert_eq!(findings(), 0, "with the usual limit it is not often");
    assert_eq!(of(&desk.ask("hearing_limits", json!({})), "officer_yearly"), (6, 6));
    assert_eq!(desk.ask("record_rebuild", json!({}))["same"], true);
}
