//! What goes onto paper: the control slip with its sums, and the daily list, as the sheets that the window prints.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::process::Command;

use anjuan_e2e::{App, Plan, sample_desk};
use icu_normalizer::ComposingNormalizerBorrowed;
use serde_json::{Value, json};

/// The words on the sheets last printed, page after page, without the spaces between them.
fn sheets(app: &App) -> Vec<String> {
    let read = Command::new("pdftotext").arg("-layout").arg(app.printed()).arg("-").output().expect("pdftotext runs");
    let words = String::from_utf8_lossy(&read.stdout);
    // The type gives some characters as the radicals that look alike, two of which have no way back of their own.
    let words = ComposingNormalizerBorrowed::new_nfkc().normalize(&words);
    let words = words.replace('⻚', "页").replace('⻔', "门");
    let pages = words.split('\u{c}').map(|page| page.split_whitespace().collect());
    pages.filter(|page: &String| !page.is_empty()).collect()
}

/// Prints by the key and gives what stands on the sheets.
#[track_caller]
fn print(app: &App, title: &str) -> Vec<String> {
    app.press("Ctrl+p");
    app.wait_until("the sheets are printed", |app| sheets(app).first().is_some_and(|page| page.contains(title)));
    sheets(app)
}

/// What stands on each sheet of the newest entry of the journal, which is that of the print; the journal knows its digest.
fn printed_as(app: &App) -> String {
    let newest = app.ask("audit_search", json!({ "limit": 1 })).unwrap();
    let entry = newest["entries"][0]["entry"].as_i64().unwrap();
    let digest = newest["head"].as_str().unwrap()[..16].to_owned();
    let found = app.ask("record_verify_against", json!({ "digest": digest })).unwrap();
    assert_eq!(found["entry"].as_i64(), Some(entry), "{found}");
    format!("日志第{entry}条,摘要{digest}")
}

fn paper_day(day: &Value) -> String {
    let mut parts = day.as_str().unwrap().split('-').map(|part| part.parse::<u32>().unwrap());
    let mut next = || parts.next().unwrap();
    format!("{}年{}月{}日", next(), next(), next())
}

#[test]
fn one_prints_as_often_as_one_likes() {
    let app = sample_desk(Plan::new(), 20);
    let mut before = String::new();
    for _ in 0..10 {
        app.press("Ctrl+p");
        app.wait_until("the sheets of this print are there", |app| {
            let entry = printed_as(app);
            entry != before && sheets(app).first().is_some_and(|page| page.contains(&entry))
        });
        before = printed_as(&app);
    }
}

#[test]
fn the_slip_says_on_paper_why_this_day() {
    let app = sample_desk(Plan::new(), 60);
    let due = app.ask("due_list", json!({ "filter": { "in_custody": true }, "limit": 100 })).unwrap();
    let row = due["rows"].as_array().unwrap().first().expect("somebody is in custody").clone();
    let slip = app.ask("case_slip", json!({ "case": row["case"] })).unwrap();
    app.press("Ctrl+k");
    app.css("[role=dialog] input").type_(row["register_no"].as_str().unwrap());
    app.css("[role=dialog] [role=option]").expect();
    app.press("Enter");
    app.button("期限控制单").expect();
    let as_seen = print(&app, "案件登记表").concat();
    assert!(as_seen.contains(&printed_as(&app)), "{as_seen}");
    app.button("期限控制单").click();
    app.expect_text("部门负责人签名");

    let pages = print(&app, "期限控制单");
    let all = pages.concat();
    assert!(all.contains(row["register_no"].as_str().unwrap()), "{all}");
    let open = |period: &&Value| period["met_on"].is_null() && period["ended_on"].is_null();
    let periods: Vec<&Value> = slip["periods"].as_array().unwrap().iter().filter(open).collect();
    assert!(!periods.is_empty());
    for period in periods {
        assert!(all.contains(&paper_day(&period["sum"]["due"])), "{period} {all}");
        for step in period["sum"]["steps"].as_array().unwrap() {
            assert!(all.contains(&paper_day(&step["day"])), "{step} {all}");
        }
    }
    for (at, page) in pages.iter().enumerate() {
        assert!(page.contains(&format!("第{}页共{}页", at + 1, pages.len())), "sheet {at}: {page}");
        assert!(page.contains(&printed_as(&app)), "sheet {at}: {page}");
    }
    let last = pages.last().unwrap();
    assert!(last.contains("承办人签名") && last.contains("部门负责人签名"), "{last}");
}

#[test]
fn the_daily_list_goes_onto_paper_with_a_column_to_sign() {
    let app = sample_desk(Plan::new(), 60);
    app.press("Alt+3");
    app.expect_text("期限日清单");
    let pages = print(&app, "期限日清单");
    for (at, page) in pages.iter().enumerate() {
        assert!(
            page.contains("签收") && page.contains(&format!("第{}页共{}页", at + 1, pages.len())),
            "sheet {at}: {page}"
        );
    }
    let daily = app.ask("due_daily", json!({})).unwrap();
    for row in daily["groups"].as_array().unwrap().iter().flat_map(|group| group["rows"].as_array().unwrap()) {
        let number = row["register_no"].as_str().unwrap();
        assert!(pages.concat().contains(number), "{number} is not on paper");
    }
}
