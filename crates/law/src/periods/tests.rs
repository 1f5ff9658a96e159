use std::collections::BTreeSet;

use serde::Deserialize;

use super::*;
use crate::Lang;
use crate::calendar::Calendar;

#[derive(Deserialize)]
struct Vector {
    rule: String,
    trigger_date: Day,
    in_custody: bool,
    extensions: Vec<String>,
    expected_due: Day,
}

#[test]
fn every_worked_example_agrees() {
    let vectors: Vec<Vector> = serde_json::from_str(include_str!("../../tests/data/deadline_vectors.json")).unwrap();
    assert_eq!(vectors.len(), 68);
    let calendar = Calendar::embedded();
    for (at, vector) in vectors.iter().enumerate() {
        let granted: Vec<Granted<'_>> = vector.extensions.iter().map(|id| Granted::whole(id)).collect();
        let mut question = Question::new(rule(&vector.rule).unwrap(), vector.trigger_date);
        question.in_custody = vector.in_custody;
        question.extensions = &granted;
        let sum = sum(&question, &calendar).unwrap();
        assert_eq!(sum.due, vector.expected_due, "{at}: {} from {}", vector.rule, vector.trigger_date);
        assert_eq!(sum.calendar_missing, None, "{at}");
    }
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn due(id: &str, trigger: &str) -> Sum {
    sum(&Question::new(rule(id).unwrap(), day(trigger)), &Calendar::embedded()).unwrap()
}

#[test]
fn rule_ids_are_snake_case_and_every_rule_has_words_and_a_basis() {
    let ids: BTreeSet<&str> = rules().iter().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), rules().len());
    for rule in rules() {
        assert!(rule.id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_'), "{}", rule.id);
        assert!(!rule.basis.is_empty() && !rule.title.zh.is_empty(), "{}", rule.id);
    }
}

#[test]
fn custody_is_watched_by_the_earlier_reading_of_the_month_end() {
    let mut question = Question::new(rule("investigative_custody").unwrap(), day("2025-02-28"));
    question.in_custody = true;
    let sum = sum(&question, &Calendar::embedded()).unwrap();
    assert_eq!((sum.due, sum.safe_due), (day("2025-04-30"), day("2025-04-28")));
}

#[test]
fn a_year_without_a_table_is_named_in_the_sum() {
    let sum = due("civil_review", "2026-11-15");
    assert_eq!((sum.due, sum.calendar_missing), (day("2027-02-15"), Some(2027)));
    assert!(sum.steps.iter().any(|step| step.what == What::CalendarMissing { year: 2027 }));
    let sum = due("reverse_link_review", "2026-12-25");
    assert_eq!(sum.calendar_missing, Some(2027), "a count of working days asks for every day it passes");
}

#[test]
fn hours_end_the_day_they_come_round_and_the_same_day_is_the_same_day() {
    assert_eq!(due("detention_family_notice", "2025-10-01").due, day("2025-10-02"));
    assert_eq!(due("foreign_arrest_report", "2025-10-01").due, day("2025-10-03"));
    assert_eq!(due("record_sealing", "2025-10-09").due, day("2025-10-09"));
    assert_eq!(due("record_sealing", "2025-10-01").due, day("2025-10-09"), "rolls");
}

#[test]
fn a_backward_limit_advises_a_day_on_which_people_work() {
    let sum = due("hearing_notice_latest", "2025-10-09");
    assert_eq!((sum.due, sum.safe_due), (day("2025-10-06"), day("2025-09-30")));
}

#[test]
fn extensions_are_checked() {
    let rule = rule("police_request_arrest").unwrap();
    let calendar = Calendar::embedded();
    let ask = |granted: &[Granted<'_>]| {
        let question = Question { extensions: granted, in_custody: true, ..Question::new(rule, day("2025-03-03")) };
        sum(&question, &calendar)
    };
    let two = Granted { days: Some(2), ..Granted::whole("special_4d") };
    assert_eq!(ask(&[two]).unwrap().due, day("2025-03-08"));
    let five = Granted { days: Some(5), ..Granted::whole("special_4d") };
    assert_eq!(ask(&[five]).unwrap_err().code(), "period_extension_too_long");
    assert_eq!(ask(&[Granted::whole("no_such")]).unwrap_err().code(), "period_extension_unknown");
    let both = [Granted::whole("special_4d"), Granted::whole("itinerant_30d")];
    let sum = ask(&both).unwrap();
    assert_eq!(sum.due, day("2025-04-02"), "thirty days are thirty days in all");
    assert!(sum.steps.iter().any(|step| step.what.code() == "extension_absorbed"));
    assert_eq!(ask(&[both[0], both[0]]).unwrap_err().code(), "period_extension_twice");
}

#[test]
fn an_extension_without_a_number_takes_the_day_of_the_approval() {
    let rule = rule("admin_review").unwrap();
    let ask = |until: Option<&str>| {
        let granted = [Granted { until: until.map(day), ..Granted::whole("chief_prosecutor") }];
        sum(&Question { extensions: &granted, ..Question::new(rule, day("2025-03-03")) }, &Calendar::embedded())
    };
    assert_eq!(ask(Some("2025-07-03")).unwrap().due, day("2025-07-03"));
    assert_eq!(ask(None).unwrap_err().code(), "period_extension_day_missing");
    assert_eq!(ask(Some("2025-06-03")).unwrap_err().code(), "period_extension_day_missing", "no later day");
}

#[test]
fn paused_time_is_added_once_and_only_while_the_period_runs() {
    let rule = rule("civil_review").unwrap();
    let pause = |from: &str, to: &str| Pause {
        from: day(from),
        to: day(to),
        title: rule.pauses[0].title.clone(),
        basis: rule.pauses[0].basis,
    };
    let ask = |pauses: &[Pause]| {
        sum(&Question { pauses, ..Question::new(rule, day("2025-03-03")) }, &Calendar::embedded()).unwrap().due
    };
    assert_eq!(ask(&[]), day("2025-06-03"));
    assert_eq!(ask(&[pause("2025-04-01", "2025-04-11")]), day("2025-06-13"));
    let overlapping = [pause("2025-04-01", "2025-04-11"), pause("2025-04-05", "2025-04-15")];
    assert_eq!(ask(&overlapping), day("2025-06-17"), "14 days, not 20");
    assert_eq!(ask(&[pause("2025-06-04", "2025-06-30")]), day("2025-06-03"), "it had ended");
    assert_eq!(ask(&[pause("2025-02-01", "2025-03-13")]), day("2025-06-13"), "from the trigger on");
}

#[test]
fn working_days_inside_a_pause_do_not_count() {
    let rule = rule("reverse_link_review").unwrap();
    let pauses = [Pause {
        from: day("2025-03-05"),
        to: day("2025-03-12"),
        title: rule.pauses[0].title.clone(),
        basis: rule.pauses[0].basis,
    }];
    let plain = sum(&Question::new(rule, day("2025-03-03")), &Calendar::embedded()).unwrap();
    let paused =
        sum(&Question { pauses: &pauses, ..Question::new(rule, day("2025-03-03")) }, &Calendar::embedded()).unwrap();
    assert_eq!((plain.due, paused.due), (day("2025-03-17"), day("2025-03-24")));
}

#[test]
fn a_local_setting_without_a_default_is_never_guessed() {
    let follow_up = Question::new(rule("pil_follow_up").unwrap(), day("2025-03-03"));
    let calendar = Calendar::embedded();
    let error = sum(&follow_up, &calendar).unwrap_err();
    assert_eq!(error, SumError::PeriodSettingMissing { rule: "pil_follow_up", suggest: Some(Length::days(30)) });
    let set = Question { length: Some(Length::days(30)), ..follow_up };
    assert_eq!(sum(&set, &calendar).unwrap().due, day("2025-04-02"));
    let support = Question::new(rule("support_prosecution").unwrap(), day("2025-03-03"));
    assert_eq!(sum(&support, &calendar).unwrap().due, day("2025-04-03"), "its default is named by the rule");
}

#[test]
fn a_paper_that_sets_no_day_is_an_error_and_one_that_does_rolls() {
    let question = Question::new(rule("correction_notice_reply").unwrap(), day("2025-09-10"));
    let calendar = Calendar::embedded();
    assert_eq!(sum(&question, &calendar).unwrap_err().code(), "period_day_not_set");
    let set = Question { set_on: Some(day("2025-10-03")), ..question };
    assert_eq!(sum(&set, &calendar).unwrap().due, day("2025-10-09"));
    let state = Question::new(rule("minor_objection").unwrap(), day("2025-09-10"));
    assert_eq!(sum(&state, &calendar).unwrap_err().code(), "period_counts_no_days");
}

#[test]
fn days_at_the_edge_of_time_are_refused_and_never_wrapped() {
    let question = Question::new(rule("civil_review").unwrap(), Day::MAX);
    assert_eq!(sum(&question, &Calendar::embedded()).unwrap_err().code(), "period_out_of_range");
    let question = Question::new(rule("hearing_notice_latest").unwrap(), Day::MIN);
    assert_eq!(sum(&question, &Calendar::embedded()).unwrap_err().code(), "period_out_of_range");
}

#[test]
fn a_sum_reads_as_plain_lines_in_both_languages() {
    let rule = rule("review_for_prosecution").unwrap();
    let granted = [Granted::whole("major_complex_15d")];
    let question = Question { extensions: &granted, ..Question::new(rule, day("2024-12-14")) };
    let sum = sum(&question, &Calendar::embedded()).unwrap();
    let zh = render::lines(rule, &sum, Lang::Zh).join("\n");
    let en = render::lines(rule, &sum, Lang::En).join("\n");
    assert_eq!(zh, include_str!("../../tests/data/sum.zh.txt").trim_end());
    assert_eq!(en, include_str!("../../tests/data/sum.en.txt").trim_end());
}

#[test]
fn a_step_is_data_and_words() {
    let sum = due("review_for_prosecution", "2025-09-04");
    let json = serde_json::to_value(&sum).unwrap();
    let last = json["steps"].as_array().unwrap().last().unwrap();
    assert_eq!(last["what"], "rolled");
    assert_eq!(last["values"]["from"], "2025-10-04");
    assert_eq!(last["day"], "2025-10-09");
    assert_eq!(last["basis"][0]["source"], "CPL");
    assert!(last["zh"].as_str().unwrap().contains("国庆节"));
}
