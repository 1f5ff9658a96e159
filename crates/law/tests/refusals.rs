//! What the law does not allow, act by act, and that every refusal has words in both languages.

#![allow(clippy::unwrap_used, reason = "a test that finds a fault has to stop")]

use std::collections::BTreeMap;

use anjuan_law::clock::{ActFact, CaseFacts, MeasureFact, PersonFact, Settings};
use anjuan_law::periods::refusals::{self, Unlawful, lawful};
use anjuan_law::{Calendar, Day};

/// `2025-03-03 accepted`, `2025-03-20 suspended reason=party_died`.
fn act(line: &str, id: i64) -> ActFact {
    let mut words = line.split(' ');
    let on: Day = words.next().unwrap().parse().unwrap();
    let kind = words.next().unwrap().to_owned();
    assert!(anjuan_law::act(&kind).is_some(), "no act {kind}");
    let fields = words.map(|word| word.split_once('=').unwrap()).map(|(f, v)| (f.into(), v.into()));
    ActFact { id, kind, on, person: None, fields: fields.collect::<BTreeMap<_, _>>() }
}

fn case(category: &str, lines: &[&str]) -> CaseFacts {
    let acts = lines.iter().zip(1..).map(|(line, id)| act(line, id)).collect();
    CaseFacts { category: category.into(), acts, ..CaseFacts::default() }
}

fn ask(facts: &CaseFacts, line: &str) -> Result<(), Unlawful> {
    lawful(facts, &act(line, 0), &Calendar::embedded(), &Settings::default())
}

#[track_caller]
fn refused(facts: &CaseFacts, line: &str, code: &str) -> Unlawful {
    let unlawful = ask(facts, line).unwrap_err();
    assert_eq!(unlawful.code, code);
    assert!(!unlawful.basis.is_empty(), "{code} names its article");
    unlawful
}

#[test]
fn two_returns_are_lawful_and_a_third_is_not() {
    let mut facts = case(
        "first_instance_prosecution",
        &["2025-03-03 accepted", "2025-04-01 returned_for_investigation", "2025-04-29 retransferred"],
    );
    assert_eq!(ask(&facts, "2025-05-20 returned_for_investigation"), Ok(()));
    facts.acts.push(act("2025-05-20 returned_for_investigation", 4));
    facts.acts.push(act("2025-06-15 retransferred", 5));
    let unlawful = refused(&facts, "2025-07-01 returned_for_investigation", "third_return");
    assert_eq!(unlawful.values, [("most", "2".to_owned())]);
    refused(&facts, "2025-07-01 retransferred", "retransfer_without_return");
}

#[test]
fn only_postponements_for_supplementary_investigation_are_counted() {
    let postponed = "2025-05-01 postponement_suggested reason=supplementary_investigation";
    let mut facts = case("first_instance_prosecution", &["2025-03-03 accepted", postponed, postponed]);
    refused(&facts, postponed, "third_postponement");
    assert_eq!(ask(&facts, "2025-06-01 postponement_suggested reason=witness"), Ok(()));
    facts.acts.pop();
    assert_eq!(ask(&facts, postponed), Ok(()));
}

#[test]
fn criminal_review_is_never_suspended_and_civil_review_is_never_extended() {
    let criminal = case("first_instance_prosecution", &["2025-03-03 accepted", "2025-03-10 escaped"]);
    refused(&criminal, "2025-03-11 suspended reason=other", "criminal_review_suspended");
    let civil = case("civil_judgment_supervision", &["2025-03-03 accepted"]);
    assert_eq!(ask(&civil, "2025-03-11 suspended reason=party_died"), Ok(()));
    refused(&civil, "2025-05-20 review_extended new_due_on=2025-07-01", "civil_review_extended");
}

#[test]
fn an_administrative_review_is_extended_unless_the_case_is_simple() {
    let mut facts = case("admin_judgment_supervision", &["2025-03-03 accepted"]);
    assert_eq!(ask(&facts, "2025-05-20 review_extended new_due_on=2025-07-01"), Ok(()));
    refused(&facts, "2025-05-20 review_extended", "period_extension_day_missing");
    facts.flags.insert("simple_case".into());
    refused(&facts, "2025-05-20 review_extended new_due_on=2025-07-01", "simple_case_extended");
}

#[test]
fn an_extension_comes_in_time_and_only_once() {
    let mut facts = case("first_instance_prosecution", &["2025-03-03 accepted"]);
    refused(&facts, "2025-04-04 review_extended", "extension_after_expiry");
    refused(&facts, "2025-04-03 review_extended extension=ext_1m", "extension_unknown");
    assert_eq!(ask(&facts, "2025-04-03 review_extended extension=major_complex_15d"), Ok(()));
    facts.acts.push(act("2025-04-03 review_extended", 2));
    refused(&facts, "2025-04-10 review_extended", "period_extension_twice");
}

#[test]
fn custody_is_extended_in_order_and_asked_for_before_it_ends() {
    let arrest = MeasureFact {
        id: 1,
        kind: "arrest".into(),
        decided_on: Some("2025-03-01".parse().unwrap()),
        executed_on: Some("2025-03-03".parse().unwrap()),
        expires_on: None,
        ended_on: None,
        family_told_on: None,
    };
    let mut facts = case("custody_extension", &["2025-04-20 accepted"]);
    facts.persons.push(PersonFact { id: 1, role: "suspect".into(), birth: None, measures: vec![arrest] });
    let second = "2025-05-01 custody_extension_decided result=agreed kind=art158_2m";
    let unlawful = refused(&facts, second, "extension_needs_another");
    assert_eq!(unlawful.values[1], ("need", "art156_1m".to_owned()));
    facts.acts.push(act("2025-05-01 custody_extension_decided result=agreed kind=art156_1m", 2));
    assert_eq!(ask(&facts, "2025-06-01 custody_extension_decided result=agreed kind=art158_2m"), Ok(()));
    let request = |received: &str| {
        let line = format!(
            "{received} custody_extension_requested kind=art158_2m received_on={received} current_expiry=2025-06-03"
        );
        ask(&facts, &line).map_err(|unlawful| unlawful.code)
    };
    assert_eq!(request("2025-05-27"), Ok(()));
    assert_eq!(request("2025-06-04"), Err("custody_extension_request_late"));
}

#[test]
fn other_limits_of_the_law() {
    let arrest = case(
        "arrest_review",
        &[
            "2025-03-03 accepted",
            "2025-03-08 arrest_not_approved reason=insufficient_evidence supplementary_investigation=yes",
        ],
    );
    let ask_again = "2025-03-12 arrest_reconsideration_requested received_on=2025-03-12";
    refused(&arrest, ask_again, "reconsideration_after_supplementary");
    let minor = case("first_instance_prosecution", &["2025-03-03 accepted"]);
    refused(&minor, "2025-03-20 conditional_not_prosecuted months=5", "probation_out_of_bounds");
    refused(&minor, "2025-03-20 conditional_not_prosecuted months=13", "probation_out_of_bounds");
    assert_eq!(ask(&minor, "2025-03-20 conditional_not_prosecuted months=12"), Ok(()));
    let own = case("own_investigation", &["2025-03-03 accepted"]);
    refused(&own, "2025-03-20 own_case_filed", "own_filing_needs_higher_level");
    assert_eq!(ask(&own, "2025-03-20 own_case_filed higher_decision=X"), Ok(()));
}

#[test]
fn a_case_is_not_concluded_while_somebody_has_no_decision() {
    let mut facts = case("first_instance_prosecution", &["2025-03-03 accepted"]);
    let closing = "2025-04-20 closed outcome=other";
    assert!(refused(&facts, closing, "closed_undecided").of.is_empty(), "nobody is in the case yet");
    for (id, role) in [(1, "suspect"), (2, "suspect"), (3, "victim")] {
        facts.persons.push(PersonFact { id, role: role.into(), birth: None, measures: Vec::new() });
    }
    assert_eq!(refused(&facts, closing, "closed_undecided").of, [1, 2]);
    facts.acts.push(ActFact { person: Some(1), ..act("2025-04-10 not_prosecuted kind=relative", 2) });
    assert_eq!(refused(&facts, closing, "closed_undecided").of, [2]);
    // A decision of a later day is none yet.
    facts.acts.push(ActFact { person: Some(2), ..act("2025-04-21 not_prosecuted kind=relative", 3) });
    assert_eq!(refused(&facts, closing, "closed_undecided").of, [2]);
    assert_eq!(ask(&facts, "2025-04-21 closed outcome=other"), Ok(()));
    // Who was separated is decided on in the other case.
    facts.acts.pop();
    facts.acts.push(act("2025-04-12 separated person=2", 4));
    assert_eq!(ask(&facts, closing), Ok(()));
    // In other families there are ends without a decision.
    assert_eq!(ask(&case("filing_supervision", &["2025-03-03 accepted"]), closing), Ok(()));
}

#[test]
fn an_act_with_no_limit_is_lawful() {
    let facts = case("first_instance_prosecution", &["2025-03-03 accepted"]);
    assert_eq!(ask(&facts, "2025-03-20 prosecuted charge=X"), Ok(()));
}

#[test]
fn every_refusal_has_its_words_and_its_remedy_in_both_languages() {
    let sums = [
        "period_counts_no_days",
        "period_setting_missing",
        "period_day_not_set",
        "period_extension_unknown",
        "period_extension_twice",
        "period_extension_too_long",
        "period_extension_day_missing",
        "period_out_of_range",
    ];
    let calendar = [
        "calendar_heading",
        "calendar_row_shape",
        "calendar_row_date",
        "calendar_row_kind",
        "calendar_row_name",
        "calendar_row_twice",
        "calendar_row_weekday",
        "calendar_year_incomplete",
    ];
    let codes: Vec<&str> = refusals::codes().chain(sums).chain(calendar).chain(["answer_unclear"]).collect();
    for language in ["zh", "en"] {
        let path = format!("{}/../../ui/messages/{language}.json", env!("CARGO_MANIFEST_DIR"));
        let words: BTreeMap<String, String> = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let keys = codes.iter().flat_map(|code| [format!("refusal_{code}"), format!("remedy_{code}")]);
        let missing: Vec<String> = keys.filter(|key| !words.contains_key(key)).collect();
        assert!(missing.is_empty(), "{language}.json lacks {missing:#?}");
    }
}
