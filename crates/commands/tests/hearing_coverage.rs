//! The figures of the coverage, each held against a plain count of the record: the figure is right, and opens exactly the
//! hearings it counts. Counted in the office that is shown to newcomers, which has hearings for every column.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;
mod hearing;

use std::collections::{BTreeMap, BTreeSet};

use common::TestDesk;
use hearing::sheet;
use serde_json::{Value, json};

const OF_LINES: [&str; 8] = ["heard", "hearings", "held", "public", "closed", "followed", "not_followed", "effect"];
const OF_LEADERS: [&str; 4] = ["handled", "presided", "not_presided", "chaired"];

/// The whole time of the sample, and the year that the page opens with.
const SPANS: [(&str, &str); 2] = [("2024-01-01", "2026-12-31"), ("2025-01-01", "2025-12-31")];

/// All hearings of the record with everything about them.
fn sheets(desk: &TestDesk) -> Vec<Value> {
    let all = desk.ask("hearing_list", json!({ "limit": 1000 }));
    let all = all["hearings"].as_array().unwrap();
    all.iter().map(|line| sheet(desk, line["id"].as_i64().unwrap())).collect()
}

/// Whether a hearing counts in a column of the lines.
fn counts(sheet: &Value, column: &str) -> bool {
    let hearing = &sheet["hearing"];
    let held = !hearing["ended_at"].is_null();
    let voted = hearing["majority"] != "";
    match column {
        "hearings" => true,
        "heard" | "held" => held,
        "public" => held && hearing["is_public"] == true,
        "closed" => held && hearing["is_public"] == false,
        "followed" => voted && hearing["adopted"] == "full",
        "not_followed" => voted && ["partly", "no"].contains(&hearing["adopted"].as_str().unwrap()),
        "effect" => !sheet["effect"].is_null(),
        _ => panic!("{column}"),
    }
}

/// Whether a hearing counts in a column of a leader.
fn counts_for(sheet: &Value, column: &str, leader: &Value) -> bool {
    let hearing = &sheet["hearing"];
    let (handles, presides) = (hearing["handler_id"] == *leader, hearing["chair_id"] == *leader);
    !hearing["ended_at"].is_null()
        && match column {
            "handled" => handles,
            "presided" => handles && presides,
            "not_presided" => handles && !presides,
            "chaired" => presides,
            _ => panic!("{column}"),
        }
}

fn ids<'s>(sheets: impl Iterator<Item = &'s Value>) -> BTreeSet<i64> {
    sheets.map(|sheet| sheet["hearing"]["id"].as_i64().unwrap()).collect()
}

/// The hearings that the list shows, as the page asks for them.
fn opened(desk: &TestDesk, days: &Value, filter: Value) -> BTreeSet<i64> {
    let mut ask = days.clone();
    for (key, value) in filter.as_object().unwrap() {
        ask[key] = value.clone();
    }
    ask["limit"] = json!(1000);
    let page = desk.ask("hearing_list", ask);
    let shown: BTreeSet<i64> =
        page["hearings"].as_array().unwrap().iter().map(|line| line["id"].as_i64().unwrap()).collect();
    assert_eq!(page["total"], json!(shown.len()), "the page holds all of them, each once");
    shown
}

/// The lines of one span: every figure, what it opens, and the cases accepted.
fn lines(desk: &TestDesk, days: &Value, coverage: &Value, inside: &[&Value], sums: &mut BTreeMap<&str, u64>) {
    for line in coverage["lines"].as_array().unwrap() {
        let of_line: Vec<&Value> =
            inside.iter().copied().filter(|sheet| sheet["line"]["line"] == line["line"]).collect();
        for column in OF_LINES {
            let meant: Vec<&Value> = of_line.iter().copied().filter(|sheet| counts(sheet, column)).collect();
            let shown = opened(desk, days, json!({ "line": line["line"], "count": column }));
            let place = format!("{} {column} {days}", line["line"]);
            if column == "heard" {
                let case_of = |id: &i64| {
                    of_line.iter().find(|sheet| sheet["hearing"]["id"] == *id).unwrap()["line"]["case_id"].as_i64()
                };
                let cases: BTreeSet<_> = meant.iter().map(|sheet| sheet["line"]["case_id"].as_i64()).collect();
                assert_eq!(line[column], json!(cases.len()), "{place}");
                assert_eq!(shown.iter().map(case_of).collect::<BTreeSet<_>>(), cases, "{place}");
                assert_eq!(shown.len(), cases.len(), "one hearing for each case: {place}");
            } else {
                assert_eq!(line[column], json!(meant.len()), "{place}");
                assert_eq!(shown, ids(meant.into_iter()), "{place}");
            }
            *sums.entry(column).or_default() += line[column].as_u64().unwrap();
        }
    }
}

fn leaders(desk: &TestDesk, days: &Value, coverage: &Value, inside: &[&Value], sums: &mut BTreeMap<&str, u64>) {
    for one in coverage["leaders"].as_array().unwrap() {
        let leader = &one["account"];
        for column in OF_LEADERS {
            let meant = ids(inside.iter().copied().filter(|sheet| counts_for(sheet, column, leader)));
            let filter = match column {
                "chaired" => json!({ "chair": leader, "count": "held" }),
                "handled" => json!({ "handler": leader, "count": "held" }),
                _ => json!({ "handler": leader, "count": column }),
            };
            assert_eq!(one[column], json!(meant.len()), "{} {column} {days}", one["name"]);
            assert_eq!(opened(desk, days, filter), meant, "{} {column} {days}", one["name"]);
            *sums.entry(column).or_default() += one[column].as_u64().unwrap();
        }
    }
}

#[test]
fn each_figure_is_true_and_opens_exactly_its_hearings() {
    let desk = TestDesk::founded();
    desk.ask("sample_fill", json!({ "cases": 400, "years": 2, "seed": 1 }));
    let sheets = sheets(&desk);
    let cases = desk.ask("case_list", json!({ "limit": 1000 }))["cases"].as_array().unwrap().clone();
    for (from, to) in SPANS {
        let days = json!({ "from": from, "to": to });
        let coverage = desk.ask("hearing_coverage", days.clone());
        let within = |day: &Value| day.as_str().is_some_and(|day| from <= day && day <= to);
        let stands = |sheet: &&Value| !["cancelled", "refused"].contains(&sheet["line"]["status"].as_str().unwrap());
        let inside: Vec<&Value> =
            sheets.iter().filter(|sheet| within(&sheet["hearing"]["held_on"])).filter(stands).collect();
        let mut sums = BTreeMap::new();
        lines(&desk, &days, &coverage, &inside, &mut sums);
        leaders(&desk, &days, &coverage, &inside, &mut sums);
        for line in coverage["lines"].as_array().unwrap() {
            let accepted = cases.iter().filter(|case| case["line"] == line["line"] && within(&case["accepted_on"]));
            assert_eq!(line["cases"], json!(accepted.count()), "{} {from}", line["line"]);
        }
        let shown: usize =
            inside.iter().map(|sheet| sheet["line"]["line"].as_str().unwrap()).collect::<BTreeSet<_>>().len();
        assert!(shown > 2, "hearings of several lines");
        for column in OF_LINES.into_iter().chain(OF_LEADERS) {
            assert!(sums[column] > 0, "the sample has no hearing for {column} from {from} to {to}: {sums:?}");
        }
    }
}
