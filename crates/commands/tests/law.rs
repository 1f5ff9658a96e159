//! The law asked directly, and the pages of the checks; by name and JSON only.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;

use common::{TestDesk, refusal_of};
use serde_json::json;

#[test]
fn a_last_day_shows_its_arithmetic_in_both_languages() {
    let desk = TestDesk::founded();
    let sum =
        desk.ask("law_due", json!({ "rule": "arrest_review_detained", "from": "2026-03-05", "in_custody": true }));
    assert_eq!((sum["due"].as_str(), sum["in_custody"].as_bool()), (Some("2026-03-12"), Some(true)));
    let steps = sum["steps"].as_array().unwrap();
    assert!(steps.iter().all(|step| step["words"]["zh"] != "" && step["words"]["en"] != ""));
    assert_eq!(steps.last().unwrap()["day"], "2026-03-12");
    assert!(sum["basis"][0]["words"]["zh"].as_str().unwrap().contains("刑诉"));
}

#[test]
fn a_custody_period_ends_on_a_day_off_and_another_one_does_not() {
    let desk = TestDesk::founded();
    let due = |custody: bool, rule: &str| {
        desk.ask("law_due", json!({ "rule": rule, "from": "2026-09-28", "in_custody": custody }))["due"].clone()
    };
    assert_eq!(due(true, "arrest_review_detained"), "2026-10-05", "in custody the holiday moves nothing");
    assert_eq!(due(false, "arrest_review_detained"), "2026-10-08", "else the first working day after it");
}

#[test]
fn what_the_law_does_not_know_is_refused() {
    let desk = TestDesk::founded();
    let refused = |ask: serde_json::Value| refusal_of(desk.try_ask("law_due", ask));
    assert_eq!(refused(json!({ "rule": "no_such" })), "period_unknown");
    assert_eq!(
        refused(json!({ "rule": "arrest_review_detained", "extensions": ["no_such"] })),
        "period_extension_unknown"
    );
    assert_eq!(refused(json!({ "rule": "arrest_review_detained", "length": "7 days" })), "length_malformed");
}

#[test]
fn every_rule_has_words_and_a_basis() {
    let desk = TestDesk::founded();
    let rules = desk.ask("law_rules", json!({}));
    for rule in rules.as_array().unwrap() {
        for words in ["title", "trigger", "chapter"] {
            assert!(rule[words]["zh"] != "" && rule[words]["en"] != "", "{}", rule["rule"]);
        }
        assert_ne!(rule["basis"].as_array().unwrap().len(), 0, "{}", rule["rule"]);
    }
}

#[test]
fn a_day_is_a_working_day_or_a_holiday_with_its_name() {
    let desk = TestDesk::founded();
    assert_eq!(desk.ask("calendar_day", json!({}))["kind"], "working");
    let holiday = desk.ask("calendar_day", json!({ "day": "2026-10-01" }));
    assert_eq!((holiday["works"].as_bool(), holiday["name"]["zh"].as_str()), (Some(false), Some("国庆节")));
    let month = desk.ask("calendar_days", json!({ "from": "2026-10-01", "to": "2026-10-31" }));
    assert_eq!(month.as_array().unwrap().len(), 31);
    assert_eq!(desk.ask("calendar_day", json!({ "day": "2031-03-05" }))["missing"], 2031);
}

#[test]
fn every_check_has_a_page_whose_examples_are_in_words() {
    let desk = TestDesk::founded();
    let pages = desk.ask("check_list", json!({}));
    let mut raw = Vec::new();
    for page in pages.as_array().unwrap() {
        assert_ne!(page["basis"].as_array().unwrap().len(), 0, "{}", page["code"]);
        for example in [&page["good"], &page["bad"]].into_iter().flat_map(|list| list.as_array().unwrap()) {
            for fact in example.as_array().unwrap() {
                let texts = [fact["zh"].as_str().unwrap(), fact["en"].as_str().unwrap()];
                let word =
                    texts.iter().flat_map(|text| text.split([' ', '（', '(', '：', ':', '，', ','])).find(|word| {
                        ["column_", "example_", "value_", "table_", "answer_"]
                            .iter()
                            .any(|prefix| word.starts_with(prefix))
                    });
                raw.extend(word.map(|word| format!("{}: {word}", page["code"])));
            }
        }
    }
    raw.sort();
    raw.dedup();
    assert!(raw.is_empty(), "no words for {raw:#?}");
    assert_eq!(desk.ask("check_page", json!({ "check": "CO-01" }))["check"], "co_01");
    assert_eq!(refusal_of(desk.try_ask("check_page", json!({ "check": "zz_99" }))), "check_unknown");
}
