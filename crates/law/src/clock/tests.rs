use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::Lang;
use crate::periods::{Length, What};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// A case written line by line: `2025-03-03 accepted`, `2025-03-20 prosecuted @2 charge=盗窃罪`.
fn case(category: &str, lines: &[&str]) -> CaseFacts {
    let mut facts = CaseFacts { category: category.into(), ..CaseFacts::default() };
    for (at, line) in lines.iter().enumerate() {
        let mut words = line.split(' ');
        let on = day(words.next().unwrap());
        let kind = words.next().unwrap().to_owned();
        assert!(crate::act(&kind).is_some(), "no act {kind}");
        let (mut person, mut fields) = (None, BTreeMap::new());
        for word in words {
            match word.split_once('=') {
                Some((field, value)) => _ = fields.insert(field.to_owned(), value.to_owned()),
                None => person = Some(word.trim_start_matches('@').parse().unwrap()),
            }
        }
        facts.acts.push(ActFact { id: at as i64 + 1, kind, on, person, fields });
    }
    facts
}

/// A suspect under one measure since that day.
fn suspect(id: i64, kind: &str, from: &str) -> PersonFact {
    let measure = MeasureFact {
        id: id * 10,
        kind: kind.into(),
        decided_on: Some(day(from)),
        executed_on: Some(day(from)),
        expires_on: None,
        ended_on: None,
        family_told_on: None,
    };
    PersonFact { id, role: "suspect".into(), birth: None, measures: vec![measure] }
}

fn clock(facts: &CaseFacts) -> Clock {
    periods(facts, &Calendar::embedded(), &Settings::default())
}

/// Periods of that rule, in order.
fn of<'c>(clock: &'c Clock, rule: &str) -> Vec<&'c Period> {
    assert!(crate::periods::rule(rule).is_some(), "no rule {rule}");
    clock.periods.iter().filter(|period| period.rule.id == rule).collect()
}

#[track_caller]
fn only<'c>(clock: &'c Clock, rule: &str) -> &'c Period {
    let found = of(clock, rule);
    assert_eq!(found.len(), 1, "{rule}: {found:#?}");
    found[0]
}

fn state(period: &Period, today: &str) -> State {
    period.state(day(today), &Calendar::embedded())
}

#[test]
fn review_for_prosecution_runs_from_receipt_and_custody_decides_the_roll() {
    let mut facts = case("first_instance_prosecution", &["2025-09-04 accepted"]);
    let free = clock(&facts);
    assert_eq!(only(&free, "review_for_prosecution").sum.due, day("2025-10-09"));
    facts.persons = vec![suspect(1, "bail_guarantor", "2025-06-01"), suspect(2, "arrest", "2025-08-01")];
    let held = clock(&facts);
    let period = only(&held, "review_for_prosecution");
    assert_eq!((period.sum.due, period.sum.in_custody), (day("2025-10-04"), true));
    assert_eq!(state(period, "2025-09-30"), State::Red, "the last day on which people work");
    assert_eq!(state(period, "2025-10-04"), State::LastDay);
    assert!(period.hard_stop(day("2025-10-04"), &Calendar::embedded()));
    assert_eq!(state(period, "2025-10-05"), State::Overdue);
    facts.persons[1].measures[0].ended_on = Some(day("2025-09-20"));
    assert_eq!(only(&clock(&facts), "review_for_prosecution").sum.due, day("2025-10-09"), "released before");
    facts.persons[1].measures[0].ended_on = Some(day("2025-10-04"));
    assert_eq!(only(&clock(&facts), "review_for_prosecution").sum.due, day("2025-10-04"), "released that very day");
}

#[test]
fn a_return_stops_the_review_runs_the_police_month_and_the_retransfer_begins_anew() {
    let facts = case(
        "first_instance_prosecution",
        &[
            "2025-03-03 accepted",
            "2025-04-01 returned_for_investigation",
            "2025-04-29 retransferred received_on=2025-04-30",
            "2025-05-20 returned_for_investigation",
        ],
    );
    let clock = clock(&facts);
    let reviews = of(&clock, "review_for_prosecution");
    assert_eq!(reviews.len(), 2);
    assert_eq!((reviews[0].met_on, reviews[0].met_by), (Some(day("2025-04-01")), Some(2)));
    assert_eq!((reviews[1].trigger_on, reviews[1].sum.due), (day("2025-04-30"), day("2025-06-03")));
    assert_eq!(reviews[1].met_by, Some(4));
    let out = of(&clock, "supplementary_investigation");
    assert_eq!(out.len(), 2);
    assert_eq!((out[0].sum.due, out[0].met_by), (day("2025-05-06"), Some(3)));
    assert_eq!(out[1].met_on, None);
    assert_eq!(state(out[1], "2025-07-01"), State::Overdue);
}

#[test]
fn extensions_are_acts_and_one_after_the_last_day_does_not_count() {
    let lines = ["2024-12-14 accepted", "2025-01-10 review_extended extension=major_complex_15d"];
    let clock_of = |lines: &[&str]| clock(&case("first_instance_prosecution", lines));
    let in_time = clock_of(&lines);
    assert_eq!(only(&in_time, "review_for_prosecution").sum.due, day("2025-02-05"));
    assert_eq!(in_time.gaps, []);
    let unnamed = clock_of(&["2024-12-14 accepted", "2025-01-10 review_extended"]);
    assert_eq!(only(&unnamed, "review_for_prosecution").sum.due, day("2025-02-05"), "there is only one");
    let late = clock_of(&["2024-12-14 accepted", "2025-01-15 review_extended"]);
    assert_eq!(only(&late, "review_for_prosecution").sum.due, day("2025-01-14"));
    assert_eq!((late.gaps[0].code, late.gaps[0].act), ("extension_after_expiry", Some(2)));
    let foreign = clock_of(&["2024-12-14 accepted", "2025-01-10 review_extended extension=ext_1m"]);
    assert_eq!(foreign.gaps[0].code, "extension_unknown");
}

#[test]
fn a_case_of_several_is_reviewed_when_each_has_a_decision() {
    let mut facts = case(
        "first_instance_prosecution",
        &["2025-03-03 accepted", "2025-03-20 prosecuted @1", "2025-04-02 not_prosecuted @2 kind=relative"],
    );
    facts.persons = vec![suspect(1, "bail", "2025-01-01"), suspect(2, "bail", "2025-01-01")];
    assert_eq!(only(&clock(&facts), "review_for_prosecution").met_by, Some(3));
    facts.acts.pop();
    assert_eq!(only(&clock(&facts), "review_for_prosecution").met_on, None);
    facts.acts.push(ActFact {
        id: 3,
        kind: "person_died".into(),
        on: day("2025-03-25"),
        person: Some(2),
        fields: BTreeMap::new(),
    });
    assert_eq!(
        only(&clock(&facts), "review_for_prosecution").met_on,
        Some(day("2025-03-25")),
        "nobody is left to decide on"
    );
    facts.acts = case("first_instance_prosecution", &["2025-03-03 accepted", "2025-03-20 prosecuted"]).acts;
    assert_eq!(only(&clock(&facts), "review_for_prosecution").met_by, Some(2), "for all");
}

#[test]
fn the_fast_track_and_its_end_count_from_the_original_receipt() {
    let chosen = ["2025-09-25 accepted", "2025-09-26 fast_track_chosen over_one_year=no"];
    let facts = case("first_instance_prosecution", &chosen);
    let fast = clock(&facts);
    assert_eq!(only(&fast, "review_for_prosecution_fast_track").sum.due, day("2025-10-09"));
    assert!(of(&fast, "review_for_prosecution").is_empty());
    let longer = ["2025-09-25 accepted", "2025-09-26 fast_track_chosen over_one_year=yes"];
    let longer = clock(&case("first_instance_prosecution", &longer));
    assert_eq!(only(&longer, "review_for_prosecution_fast_track").sum.due, day("2025-10-10"));
    let dropped = [chosen[0], chosen[1], "2025-09-30 fast_track_dropped"];
    let dropped = clock(&case("first_instance_prosecution", &dropped));
    assert_eq!(only(&dropped, "review_for_prosecution").trigger_on, day("2025-09-25"));
    assert!(of(&dropped, "review_for_prosecution_fast_track").is_empty());
}

#[test]
fn arrest_review_is_seven_days_for_those_detained_and_fifteen_for_the_others() {
    let mut facts = case("arrest_review", &["2025-03-03 accepted", "2025-03-10 arrest_approved @1"]);
    facts.persons = vec![suspect(1, "detention", "2025-02-20"), suspect(2, "bail", "2025-02-20")];
    facts.persons.push(PersonFact { id: 3, role: "victim".into(), birth: None, measures: vec![] });
    let clock = clock(&facts);
    let detained = only(&clock, "arrest_review_detained");
    assert_eq!((detained.subject, detained.sum.due), (Subject::Person(1), day("2025-03-10")));
    assert_eq!(state(detained, "2025-04-01"), State::Met);
    let free = only(&clock, "arrest_review_not_detained");
    assert_eq!((free.subject, free.sum.due, free.met_on), (Subject::Person(2), day("2025-03-18"), None));
}

#[test]
fn custody_is_extended_step_by_step_recalculated_and_asked_for_a_week_before() {
    let mut facts = case(
        "custody_extension",
        &[
            "2025-05-20 accepted",
            "2025-06-25 custody_extension_requested kind=art156_1m received_on=2025-06-25 current_expiry=2025-07-03",
            "2025-06-30 custody_extension_decided @1 result=agreed kind=art156_1m",
        ],
    );
    facts.persons = vec![suspect(1, "arrest", "2025-05-03")];
    let extended = clock(&facts);
    let custody = only(&extended, "investigative_custody");
    assert_eq!((custody.sum.due, custody.subject), (day("2025-08-03"), Subject::Measure(10)));
    assert_eq!(only(&extended, "custody_extension_request_latest").sum.due, day("2025-07-27"));
    facts.acts[2].fields.insert("result".into(), "refused".into());
    assert_eq!(only(&clock(&facts), "investigative_custody").sum.due, day("2025-07-03"));
    facts.acts.truncate(1);
    let mut again = case("custody_extension", &["2025-06-20 custody_recalculated @1 found_on=2025-06-18"]).acts;
    again[0].id = 9;
    facts.acts.append(&mut again);
    let recalculated = clock(&facts);
    let runs = of(&recalculated, "investigative_custody");
    assert_eq!(runs.iter().map(|run| run.sum.due).collect::<Vec<_>>(), [day("2025-07-03"), day("2025-08-18")]);
    assert_eq!(runs[0].ended.unwrap().how, Ending::Restarted);
    facts.persons[0].measures[0].ended_on = Some(day("2025-07-01"));
    assert_eq!(of(&clock(&facts), "investigative_custody")[1].met_on, Some(day("2025-07-01")));
}

#[test]
fn psychiatric_evaluation_stands_still_and_is_not_counted() {
    let open = ["2025-03-03 accepted", "2025-03-10 expert_evaluation_started kind=psychiatric"];
    let facts = case("first_instance_prosecution", &open);
    let running = clock(&facts);
    let period = only(&running, "review_for_prosecution");
    assert_eq!(period.paused_since, Some(day("2025-03-10")));
    assert_eq!((state(period, "2025-03-09"), state(period, "2025-04-20")), (State::Quiet, State::Paused));
    let done = [open[0], open[1], "2025-03-24 expert_evaluation_ended kind=psychiatric result=x"];
    assert_eq!(
        only(&clock(&case("first_instance_prosecution", &done)), "review_for_prosecution").sum.due,
        day("2025-04-17")
    );
    let other = ["2025-03-03 accepted", "2025-03-10 expert_evaluation_started kind=price"];
    let other = clock(&case("first_instance_prosecution", &other));
    assert_eq!(only(&other, "review_for_prosecution").paused_since, None, "other evaluations are counted");
}

#[test]
fn civil_review_is_suspended_and_a_criminal_one_is_not() {
    let lines = ["2025-03-03 accepted", "2025-04-01 suspended reason=party_died", "2025-04-11 resumed"];
    let civil = clock(&case("civil_judgment_supervision", &lines));
    assert_eq!(only(&civil, "civil_review").sum.due, day("2025-06-13"));
    let criminal = clock(&case("first_instance_prosecution", &lines));
    assert_eq!(only(&criminal, "review_for_prosecution").sum.due, day("2025-04-03"));
}

#[test]
fn answers_belong_to_the_paper_they_name_and_to_none_where_several_wait() {
    let lines = [
        "2025-03-03 accepted",
        "2025-03-10 suggestion_issued kind=social_governance to_unit=A",
        "2025-03-11 suggestion_issued kind=social_governance to_unit=B",
        "2025-03-12 suggestion_served ref=2 how=direct",
        "2025-03-13 suggestion_served ref=3 how=direct",
        "2025-04-01 suggestion_replied ref=3 adopted=yes",
    ];
    let named = clock(&case("suggestion", &lines));
    let replies = of(&named, "suggestion_reply");
    assert_eq!((replies[0].subject, replies[0].met_on), (Subject::Act(4), None));
    assert_eq!((replies[1].subject, replies[1].met_by), (Subject::Act(5), Some(6)));
    assert_eq!((replies[0].sum.due, replies[1].sum.due), (day("2025-05-12"), day("2025-05-13")));
    let mut unnamed = lines;
    unnamed[5] = "2025-04-01 suggestion_replied adopted=yes";
    let unnamed = clock(&case("suggestion", &unnamed));
    assert!(of(&unnamed, "suggestion_reply").iter().all(|period| period.met_on.is_none()));
    assert!(unnamed.gaps.iter().any(|gap| gap.code == "answer_unclear" && gap.act == Some(6)));
    let one = clock(&case("suggestion", &[lines[0], lines[1], lines[3], "2025-04-01 suggestion_replied adopted=yes"]));
    assert_eq!(only(&one, "suggestion_reply").met_by, Some(4), "only one waits");
}

#[test]
fn a_letter_that_sets_a_shorter_reply_is_followed_and_a_longer_one_is_not() {
    let due = |by: &str| {
        let issued = format!("2025-03-10 suggestion_issued kind=social_governance reply_due_on={by}");
        let lines = ["2025-03-03 accepted", &issued, "2025-03-12 suggestion_served ref=2"];
        only(&clock(&case("suggestion", &lines)), "suggestion_reply").sum.due
    };
    assert_eq!(due("2025-03-31"), day("2025-03-31"));
    assert_eq!(due("2025-09-30"), day("2025-05-12"));
}

#[test]
fn a_paper_that_must_set_a_day_and_does_not_is_a_gap() {
    let set = clock(&case("filing_supervision", &["2025-09-01 correction_notice_issued reply_due_on=2025-10-03"]));
    assert_eq!(only(&set, "correction_notice_reply").sum.due, day("2025-10-09"));
    let unset = clock(&case("filing_supervision", &["2025-09-01 correction_notice_issued"]));
    assert!(of(&unset, "correction_notice_reply").is_empty());
    assert_eq!(unset.gaps[0].code, "period_day_not_set");
}

#[test]
fn the_review_of_an_administrative_public_interest_suit_begins_with_no_paper_at_all() {
    let lines = [
        "2025-06-02 accepted",
        "2025-07-01 suggestion_issued kind=public_interest urgent=no",
        "2025-07-03 suggestion_served ref=2 received_on=2025-07-03",
    ];
    let ordinary = clock(&case("pil_admin_pretrial", &lines));
    let reply = only(&ordinary, "pil_suggestion_reply");
    let review = only(&ordinary, "pil_admin_prosecution_review");
    assert_eq!(
        (reply.sum.due, review.trigger_on, review.sum.due),
        (day("2025-09-03"), day("2025-09-03"), day("2025-10-09"))
    );
    let urgent = [lines[0], "2025-07-01 suggestion_issued kind=public_interest urgent=yes", lines[2]];
    let urgent = clock(&case("pil_admin_pretrial", &urgent));
    assert!(of(&urgent, "pil_suggestion_reply").is_empty());
    assert_eq!(only(&urgent, "pil_suggestion_reply_urgent").sum.due, day("2025-07-18"));
    assert_eq!(only(&urgent, "pil_admin_prosecution_review").trigger_on, day("2025-07-18"));
    assert!(of(&urgent, "suggestion_reply").is_empty(), "public-interest suggestions have their own period");
}

#[test]
fn participants_are_told_three_days_before_the_hearing() {
    let mut facts = case("first_instance_prosecution", &["2025-09-15 accepted"]);
    let hearing =
        HearingFact { id: 5, on: day("2025-10-13"), notified: None, kind: "ordinary".into(), cancelled_on: None };
    facts.hearings = vec![hearing];
    let waiting = clock(&facts);
    let notice = only(&waiting, "hearing_notice_latest");
    assert_eq!((notice.subject, notice.sum.due), (Subject::Hearing(5), day("2025-10-10")));
    assert_eq!(state(notice, "2025-10-11"), State::Overdue);
    facts.hearings[0].notified = Some(day("2025-10-11"));
    assert_eq!(state(only(&clock(&facts), "hearing_notice_latest"), "2025-10-12"), State::MetLate);
    facts.hearings[0].kind = "simplified".into();
    assert!(of(&clock(&facts), "hearing_notice_latest").is_empty());
}

#[test]
fn bail_and_surveillance_never_roll_and_end_with_the_measure() {
    let mut facts = case("first_instance_prosecution", &["2025-03-03 accepted"]);
    facts.persons =
        vec![suspect(1, "bail_deposit", "2024-02-29"), suspect(2, "residential_surveillance", "2025-03-31")];
    let running = clock(&facts);
    assert_eq!(only(&running, "bail_max").sum.due, day("2025-02-28"));
    assert_eq!(state(only(&running, "bail_max"), "2025-03-03"), State::Overdue);
    assert_eq!(only(&running, "residential_surveillance_max").sum.due, day("2025-09-30"));
    facts.persons[0].measures[0].ended_on = Some(day("2025-02-20"));
    assert_eq!(state(only(&clock(&facts), "bail_max"), "2025-03-03"), State::Met);
}

#[test]
fn probation_follows_the_months_of_the_decision_and_its_change() {
    let mut lines = vec!["2024-08-01 accepted", "2024-08-31 conditional_not_prosecuted @1 months=6"];
    let facts = |lines: &[&str]| {
        let mut facts = case("first_instance_prosecution", lines);
        facts.persons = vec![suspect(1, "bail", "2024-07-01")];
        facts
    };
    let decided = clock(&facts(&lines));
    let end = only(&decided, "conditional_non_prosecution_end");
    assert_eq!(end.sum.due, day("2025-02-28"));
    assert_eq!(
        (state(end, "2025-01-28"), state(end, "2025-01-29")),
        (State::Quiet, State::Amber),
        "thirty days before"
    );
    lines.push("2025-01-10 probation_changed @1 months=8");
    assert_eq!(only(&clock(&facts(&lines)), "conditional_non_prosecution_end").sum.due, day("2025-04-30"));
}

#[test]
fn a_protest_is_a_right_that_the_office_has_to_decide_on_and_custody_does_not_shorten() {
    let mut facts = case("first_instance_prosecution", &["2025-09-22 judgment_received @1 kind=judgment"]);
    facts.persons = vec![suspect(1, "arrest", "2025-01-01")];
    assert_eq!(only(&clock(&facts), "protest_judgment").sum.due, day("2025-10-09"));
    assert!(of(&clock(&facts), "protest_ruling").is_empty());
}

#[test]
fn what_is_open_ends_when_the_case_is_closed_and_runs_again_when_it_is_reopened() {
    let lines = ["2025-03-03 accepted", "2025-03-20 closed outcome=x"];
    let closed = clock(&case("civil_judgment_supervision", &lines));
    let review = only(&closed, "civil_review");
    assert_eq!(review.ended.map(|ended| (ended.on, ended.how)), Some((day("2025-03-20"), Ending::CaseClosed)));
    assert_eq!((state(review, "2025-03-19"), state(review, "2025-03-20")), (State::Quiet, State::Ended));
    let mut held = case("civil_judgment_supervision", &lines);
    held.persons = vec![suspect(1, "bail", "2025-01-06")];
    assert_eq!(state(only(&clock(&held), "bail_max"), "2026-06-01"), State::Ended, "measures pass on with the case");
    let asked = ["2025-03-03 correction_notice_issued reply_due_on=2025-04-30", lines[1]];
    let asked = clock(&case("filing_supervision", &asked));
    assert_eq!(
        state(only(&asked, "correction_notice_reply"), "2025-05-06"),
        State::Overdue,
        "the answer is still owed"
    );
    let reopened = [lines[0], lines[1], "2025-03-25 reopened reason=x"];
    assert_eq!(only(&clock(&case("civil_judgment_supervision", &reopened)), "civil_review").ended, None);
}

#[test]
fn local_settings_are_the_offices_and_never_guessed() {
    let facts = case("pil_admin_pretrial", &["2025-06-02 accepted"]);
    let unset = clock(&facts);
    assert!(unset.gaps.iter().any(|gap| gap.rule == "pil_clue_evaluation" && gap.code == "period_setting_missing"));
    let lengths = BTreeMap::from([("pil_clue_evaluation".to_owned(), Length::days(30))]);
    let set = periods(&facts, &Calendar::embedded(), &Settings { lengths, ..Settings::default() });
    assert_eq!(only(&set, "pil_clue_evaluation").sum.due, day("2025-07-02"));
}

#[test]
fn a_record_without_an_act_of_acceptance_counts_from_its_day() {
    let facts = CaseFacts { accepted_on: Some(day("2025-09-04")), ..case("first_instance_prosecution", &[]) };
    let clock = clock(&facts);
    let period = only(&clock, "review_for_prosecution");
    assert_eq!((period.sum.due, period.trigger_act), (day("2025-10-09"), None));
}

#[test]
fn an_accepted_case_of_another_procuratorate_runs_from_our_receipt() {
    let lines = ["2025-03-03 accepted", "2025-03-20 jurisdiction_changed_in received_on=2025-03-21"];
    let clock = clock(&case("first_instance_prosecution", &lines));
    let reviews = of(&clock, "review_for_prosecution");
    assert_eq!(reviews[0].ended.unwrap().how, Ending::Restarted);
    assert_eq!((reviews[1].trigger_on, reviews[1].sum.due), (day("2025-03-21"), day("2025-04-21")));
}

#[test]
fn a_joined_duty_crime_begins_the_review_anew_and_another_joinder_does_not() {
    let join = |value: &str| {
        let joined = format!("2025-03-20 joined_in from_case=x received_on=2025-03-19 duty_and_other_crime={value}");
        of(&clock(&case("first_instance_prosecution", &["2025-03-03 accepted", &joined])), "review_for_prosecution")
            .len()
    };
    assert_eq!((join("yes"), join("no")), (2, 1));
}

#[test]
fn acts_may_come_in_any_order() {
    let mut facts = case(
        "first_instance_prosecution",
        &["2025-03-03 accepted", "2025-04-01 returned_for_investigation", "2025-04-29 retransferred"],
    );
    let sorted = clock(&facts);
    facts.acts.reverse();
    assert_eq!(clock(&facts), sorted);
}

#[test]
fn every_mark_a_rule_asks_for_is_one_a_record_can_give() {
    let known: BTreeSet<&str> = marks().iter().copied().collect();
    assert!(known.contains("simple_case") && known.contains("supervisory_case"));
}

#[test]
fn in_a_case_of_our_own_the_family_is_told_within_a_day() {
    let mut facts = case("own_investigation", &[]);
    facts.persons = vec![suspect(1, "detention", "2025-03-03")];
    let waiting = clock(&facts);
    assert_eq!(state(only(&waiting, "detention_family_notice"), "2025-03-05"), State::Overdue);
    facts.persons[0].measures[0].family_told_on = Some(day("2025-03-04"));
    assert_eq!(state(only(&clock(&facts), "detention_family_notice"), "2025-03-05"), State::Met);
}

#[test]
fn a_sum_tells_what_began_it_what_it_took_the_place_of_and_who_approved() {
    let clock = clock(&case(
        "first_instance_prosecution",
        &[
            "2025-03-03 accepted",
            "2025-03-20 returned_for_investigation",
            "2025-04-10 retransferred number=测公补侦字〔2025〕3号 received_on=2025-04-11",
            "2025-05-08 review_extended reason=major_complex approved_by=赵检察长 approved_on=2025-05-07",
        ],
    ));
    let again = of(&clock, "review_for_prosecution")[1];
    let story: Vec<&str> = again.sum.steps.iter().map(|step| step.what.code()).collect();
    assert_eq!(story[..3], ["began", "began_anew", "base"], "{story:?}");
    assert_eq!(again.sum.steps[0].day, day("2025-04-11"));
    assert_eq!(again.sum.steps[1].what, What::BeganAnew { before: day("2025-03-03") });
    let at = story.iter().position(|code| *code == "approved").unwrap();
    assert_eq!(story[at - 1], "days_added");
    assert!(again.sum.steps[at].words(Lang::Zh).contains("2025-05-07经赵检察长批准"));
    let first = of(&clock, "review_for_prosecution")[0];
    assert!(first.sum.steps[0].words(Lang::Zh).contains("受理"));
    assert!(!first.sum.steps.iter().any(|step| step.what.code() == "began_anew"));
}

#[test]
fn a_bail_ends_on_the_day_of_its_paper_where_that_is_earlier_than_the_laws() {
    let mut facts = case("first_instance_prosecution", &["2025-03-03 accepted"]);
    facts.persons.push(suspect(1, "bail_guarantor", "2025-03-05"));
    assert_eq!(only(&clock(&facts), "bail_max").sum.due, day("2026-03-05"));
    facts.persons[0].measures[0].expires_on = Some(day("2025-09-04"));
    assert_eq!(only(&clock(&facts), "bail_max").sum.due, day("2025-09-04"));
    facts.persons[0].measures[0].expires_on = Some(day("2026-09-04"));
    assert_eq!(only(&clock(&facts), "bail_max").sum.due, day("2026-03-05"), "never longer than the law's");
}
