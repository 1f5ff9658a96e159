//! The statutory clock on the command line: real processes, files and exit statuses.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;

use std::fs;

use common::Keeper;
use serde_json::{Value, json};

fn rows(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap_or_else(|| panic!("no list: {value}"))
}

#[test]
fn all_the_worked_examples_of_the_papers_agree() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../law/tests/data/deadline_vectors.json");
    let worked = Keeper::new().done(&["law", "vectors", file]);
    assert_eq!(worked, json!({ "total": 68, "agree": 68, "disagree": [] }));
}

#[test]
fn a_sum_is_asked_with_all_that_changes_it() {
    let keeper = Keeper::new();
    let due = |words: &[&str]| keeper.done(&[&["law", "due"], words].concat())["due"].clone();
    let police = ["police_request_arrest", "--from", "2025-03-03", "--in-custody", "--extension", "special_4d=2"];
    assert_eq!(due(&police), "2025-03-08");
    assert_eq!(
        due(&["admin_review", "--from", "2025-03-03", "--extension", "chief_prosecutor=2025-07-03"]),
        "2025-07-03"
    );
    assert_eq!(due(&["civil_review", "--from", "2025-03-03", "--not-counted", "2025-04-01..2025-04-11"]), "2025-06-13");
    assert_eq!(due(&["pil_follow_up", "--from", "2025-03-03", "--length", "30d"]), "2025-04-02");
    assert_eq!(due(&["correction_notice_reply", "--from", "2025-09-10", "--set-on", "2025-10-03"]), "2025-10-09");
    let refused = keeper.answer(3, &["law", "due", "pil_follow_up", "--from", "2025-03-03"]);
    assert_eq!(refused["refusal"]["code"], "period_setting_missing");
    let refused = keeper.answer(3, &["law", "due", "civil_review", "--from", "2025-03-03", "--not-counted", "soon"]);
    assert_eq!(refused["refusal"]["code"], "not_counted_malformed");
}

#[test]
fn what_is_due_is_narrowed_down_and_printed_for_a_day() {
    let keeper = Keeper::with_sample(60);
    let all = keeper.done(&["due"]);
    let paper = keeper.done(&["due", "--kind", "paper"]);
    let narrowed = rows(&all["due"]).iter().filter(|row| row["kind"] == "paper").count();
    assert!(narrowed > 0);
    assert_eq!(rows(&paper["due"]).len(), narrowed);
    assert!(rows(&all["due"]).iter().all(|row| !rows(&row["steps"]).is_empty() || row["kind"] == "reminder"));
    let daily = keeper.done(&["due", "--daily"]);
    assert_eq!(daily["day"], "2026-03-05");
    let case = all["due"][0]["register_no"].as_str().unwrap();
    let slip = keeper.done(&["slip", case]);
    assert!(rows(&slip["periods"]).iter().all(|period| period["sum"]["steps"][0]["what"] == "began"), "{slip:#}");
    let made = keeper.done(&["remind", case, "催补正", "--on", "2026-03-09", "--warn", "4"]);
    let id = made["reminder"].to_string();
    let mine = keeper.done(&["due", "--kind", "reminder", "--state", "amber"]);
    assert_eq!(mine["due"][0]["reminder_text"], "催补正");
    keeper.done(&["remind", "--done", &id]);
    assert_eq!(keeper.done(&["due", "--kind", "reminder"])["due"], json!([]));
    keeper.done(&["remind", "--remove", &id]);
    assert_eq!(keeper.done(&["rebuild"])["same"], true);
}

#[test]
fn the_office_sets_its_numbers_and_loads_its_days_off() {
    let keeper = Keeper::with_sample(10);
    let set = ["law", "set", "pil_follow_up", "--length", "30d", "--note", "市院通知"];
    assert_eq!(keeper.done(&[&set[..], &["--dry-run"]].concat())["changed"], Value::Null);
    keeper.done(&set);
    assert_eq!(keeper.done(&["law", "due", "pil_follow_up", "--from", "2025-03-03", "--here"])["due"], "2025-04-02");
    let settings = keeper.done(&["law", "settings"]);
    let line = rows(&settings["periods"]).iter().find(|line| line["rule"] == "pil_follow_up").unwrap();
    assert_eq!((&line["length"], &line["note"]), (&json!("30d"), &json!("市院通知")));

    let (file, name) = (keeper.path("2027.csv"), keeper.path("2027.csv").display().to_string());
    fs::write(&file, "date,kind,name\n2027-01-01,off,元旦\n").unwrap();
    let short = keeper.answer(1, &["calendar", "load", &name, "--dry-run"]);
    assert_eq!(short["loaded"]["faults"][0]["refusal"]["code"], "calendar_year_incomplete");
    assert_eq!(keeper.answer(3, &["calendar", "load", &name])["refusal"]["code"], "calendar_year_incomplete");
    let days = [
        "01-01", "02-05", "02-08", "02-09", "02-10", "02-11", "04-05", "05-01", "05-03", "06-09", "10-01", "10-02",
        "10-03",
    ];
    let text: String = days.iter().map(|day| format!("2027-{day},off,假日\n")).collect();
    fs::write(&file, format!("date,kind,name\n{text}")).unwrap();
    assert_eq!(keeper.done(&["calendar", "load", &name])["loaded"]["years"], json!([2027]));
    let due = |words: &[&str]| keeper.done(&[&["law", "due", "civil_review", "--from", "2026-11-05"], words].concat());
    assert_eq!((&due(&[])["due"], &due(&[])["calendar_missing"]), (&json!("2027-02-05"), &json!(2027)));
    assert_eq!((&due(&["--here"])["due"], &due(&["--here"])["calendar_missing"]), (&json!("2027-02-12"), &Value::Null));
    assert!(keeper.done(&["calendar", "table", "2027"])["text"].as_str().unwrap().contains("2027-10-01,off,"));
    let years = keeper.done(&["calendar", "list"]);
    assert_eq!(rows(&years["years"]).last().unwrap()["from"], "office");
    assert_eq!(keeper.done(&["rebuild"])["same"], true);
}

#[test]
fn a_change_of_the_rules_prints_the_due_dates_of_the_sample_office_that_it_changes() {
    let keeper = Keeper::with_sample(40);
    let (file, name) = (keeper.path("dates.csv"), keeper.path("dates.csv").display().to_string());
    let written = keeper.done(&["law", "dates", &name]);
    let same = keeper.done(&["law", "diff", &name]);
    assert_eq!((&same["same"], &same["dates"]), (&json!(true), &written["dates"]));

    // As a program would have written it whose arrest review took five days and that knew no other rule of this name.
    let text = fs::read_to_string(&file).unwrap();
    let line = text.lines().find(|line| line.contains(",review_for_prosecution,")).unwrap();
    let cells: Vec<&str> = line.split(',').collect();
    let other = [&cells[..4], &["2025-01-01", "2025-01-01"]].concat().join(",");
    let gone = text.lines().find(|line| line.contains(",rights_notice_suspect,")).unwrap();
    fs::write(&file, text.replace(line, &other).replace(&format!("{gone}\n"), "")).unwrap();
    let differ = keeper.answer(1, &["law", "diff", &name]);
    let found = rows(&differ["differences"]);
    assert_eq!(found.len(), 2, "{found:#?}");
    let moved = found.iter().find(|one| one["rule"] == "review_for_prosecution").unwrap();
    assert_eq!((&moved["before"]["due"], moved["after"]["due"].as_str()), (&json!("2025-01-01"), Some(cells[4])));
    let new = found.iter().find(|one| one["rule"] == "rights_notice_suspect").unwrap();
    assert_eq!(new["before"], Value::Null);
    fs::write(&file, "something else").unwrap();
    assert_eq!(keeper.answer(3, &["law", "diff", &name])["refusal"]["code"], "dates_malformed");
}
