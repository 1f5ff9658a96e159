//! Every row of the papers on time limits has its rule, and the computable ones are what the papers say.

#![allow(clippy::unwrap_used, reason = "a test that finds a fault has to stop")]

use std::collections::BTreeSet;

use anjuan_law::periods::{Direction, Family, Length, Limit, Mode, Roll, rule, rules};
use serde::Deserialize;

#[test]
fn every_row_of_the_papers_has_its_rule() {
    let rows: Vec<&str> = include_str!("data/period_ids.txt").lines().collect();
    assert_eq!(rows.iter().collect::<BTreeSet<_>>().len(), 154);
    let missing: Vec<&&str> = rows.iter().filter(|id| rule(id).is_none()).collect();
    assert!(missing.is_empty(), "no rule for {missing:?}");
}

#[derive(Deserialize)]
struct Paper {
    rule: String,
    month_family: String,
    length: Number,
    unit: String,
    direction: String,
    roll: String,
    extensions: Vec<More>,
}

#[derive(Deserialize)]
struct More {
    id: String,
    mode: String,
    length: Number,
    unit: String,
}

/// A number of one unit, or months with days.
#[derive(Deserialize)]
#[serde(untagged)]
enum Number {
    One(u32),
    MonthsAndDays(u32, u32),
}

fn length(number: &Number, unit: &str) -> Length {
    let text = match (number, unit) {
        (Number::One(number), "days") => format!("{number}d"),
        (Number::One(number), "working_days") => format!("{number}wd"),
        (Number::One(number), "months") => format!("{number}m"),
        (Number::MonthsAndDays(months, days), "months_plus_days") => format!("{months}m{days}d"),
        (_, other) => other.to_owned(),
    };
    text.parse().unwrap()
}

/// A year is twelve months.
fn same(length: Length) -> (u32, u32, u32, u32) {
    (length.all_months(), length.days, length.working_days, length.hours)
}

#[test]
fn the_sixty_nine_computable_rules_are_what_the_papers_say() {
    let papers: Vec<Paper> = serde_json::from_str(include_str!("data/deadline_rules.json")).unwrap();
    assert_eq!(papers.len(), 69);
    for paper in papers {
        let rule = rule(&paper.rule).unwrap();
        let id = rule.id;
        assert!(matches!(rule.limit, Limit::Length(_)), "{id}");
        assert_eq!(same(rule.length().unwrap()), same(length(&paper.length, &paper.unit)), "{id}");
        let family = if paper.month_family == "criminal" { Family::Criminal } else { Family::Civil };
        // Whose months are counted matters only where there are months.
        if paper.unit == "months" || paper.extensions.iter().any(|more| more.unit.starts_with("months")) {
            assert_eq!(rule.family, family, "{id}");
        }
        let roll = match paper.roll.as_str() {
            "yes" => Roll::Yes,
            "never" => Roll::Never,
            _ => Roll::UnlessInCustody,
        };
        assert_eq!(rule.roll, roll, "{id}");
        assert_eq!(rule.direction == Direction::Backward, paper.direction == "backward", "{id}");
        for more in paper.extensions {
            let extension = rule.extension(&more.id).unwrap();
            assert_eq!(same(extension.length.unwrap()), same(length(&more.length, &more.unit)), "{id} {}", more.id);
            assert_eq!(extension.mode == Mode::Add, more.mode == "add", "{id} {}", more.id);
        }
    }
}

#[test]
fn what_nobody_verified_is_the_offices_to_set_and_has_no_number_of_its_own() {
    for rule in rules().iter().filter(|rule| rule.unverified) {
        let none = matches!(rule.limit, Limit::Setting { default: None, .. } | Limit::State | Limit::InPaper { .. });
        assert!(none, "{} has a number that nobody verified", rule.id);
    }
}
