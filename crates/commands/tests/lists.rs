//! Figures and the lists behind them, and lists as files.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;

use anjuan_office::lists::Column;
use common::{TestDesk, refusal_of};
use serde_json::{Value, json};

/// The figures of what somebody carries, each with the view that it opens.
const FIGURES: [(&str, &str); 6] = [
    ("open", "open"),
    ("in_custody", "in_custody"),
    ("overdue", "overdue"),
    ("due_7", "due_week"),
    ("out", "out"),
    ("unchecked", "unchecked"),
];

fn views(desk: &TestDesk) -> Vec<Value> {
    desk.ask("view_list", json!({})).as_array().unwrap().clone()
}

/// Opens a view with a further condition as the window does, and gives how many rows it says and how many it has.
fn behind(desk: &TestDesk, view: &str, also: &[Value]) -> (u64, Vec<Value>) {
    let mut query = views(desk).into_iter().find(|one| one["name"] == view).unwrap()["query"].clone();
    query["filters"].as_array_mut().unwrap().extend(also.iter().cloned());
    let opened = desk.ask("case_list_open", json!({ "query": query, "first": 1000 }));
    (opened["total"].as_u64().unwrap(), opened["rows"].as_array().unwrap().clone())
}

fn every_figure_opens_what_it_says(desk: &TestDesk) -> u64 {
    let load = desk.ask("caseload", json!({}));
    let mut seen = 0;
    for person in load["people"].as_array().unwrap() {
        let handler = json!({ "column": "handler_id", "test": { "one_of": [person["account"].to_string()] } });
        for (figure, view) in FIGURES {
            let (total, rows) = behind(desk, view, std::slice::from_ref(&handler));
            assert_eq!(person[figure].as_u64().unwrap(), total, "{figure} of {}", person["name"]);
            assert_eq!(rows.len() as u64, total, "{figure} of {}", person["name"]);
            seen += total;
        }
    }
    assert_eq!(behind(desk, "waiting", &[]).0, load["waiting"].as_u64().unwrap(), "waiting");
    assert_eq!(
        desk.ask("assignment_waiting", json!({})).as_array().unwrap().len() as u64,
        load["waiting"].as_u64().unwrap()
    );
    seen
}

#[test]
fn each_figure_of_the_caseload_opens_as_many_cases_as_it_says() {
    for seed in [1, 2, 3] {
        let desk = TestDesk::founded();
        desk.ask("sample_fill", json!({ "cases": 60, "years": 1, "seed": seed }));
        assert!(every_figure_opens_what_it_says(&desk) > 0, "an office with nothing in it proves nothing");
        let mut desk = desk;
        for day in ["2026-03-12", "2026-09-30", "2027-02-20"] {
            desk = desk.on(day);
            every_figure_opens_what_it_says(&desk);
        }
    }
}

#[test]
fn a_list_by_key_counts_and_orders_as_the_open_one_does() {
    let desk = TestDesk::founded();
    desk.ask("sample_fill", json!({ "cases": 60, "years": 1, "seed": 7 }));
    for column in Column::ALL {
        for descending in [false, true] {
            let query = json!({ "filters": [], "sort": { "column": column.name(), "descending": descending } });
            let name = format!("view:{} {descending}", column.name());
            desk.ask("desk_save", json!({ "key": name, "body": query.to_string() }));
        }
    }
    let case_of = |row: &Value| row["case_id"].as_i64().unwrap();
    let mut paged = 0;
    for view in views(&desk) {
        let (total, rows) = behind(&desk, view["name"].as_str().unwrap(), &[]);
        let expected: Vec<i64> = rows.iter().map(case_of).collect();
        let page = |limit: usize, after: &Value| {
            desk.ask("case_list", json!({ "view": view["name"], "filter": "", "limit": limit, "after": after }))
        };
        let counted = page(0, &Value::Null);
        assert_eq!((&counted["total"], &counted["cases"]), (&json!(total), &json!([])), "{}", view["name"]);
        for limit in [7, 1000] {
            let (mut found, mut after) = (Vec::new(), Value::Null);
            loop {
                let page = page(limit, &after);
                assert_eq!(page["total"], total, "{} by {limit}", view["name"]);
                found.extend(page["cases"].as_array().unwrap().iter().map(case_of));
                after = page["next"].clone();
                paged += 1;
                if after.is_null() {
                    break;
                }
            }
            assert_eq!(found, expected, "{} by {limit}", view["name"]);
        }
    }
    assert!(paged > 24, "some view has more than one page: {paged}");
}

#[test]
fn the_state_of_a_row_is_that_of_the_list_of_due_dates() {
    let mut desk = TestDesk::founded();
    desk.ask("sample_fill", json!({ "cases": 60, "years": 1, "seed": 7 }));
    for day in ["2026-03-05", "2026-03-20", "2026-06-01"] {
        desk = desk.on(day);
        let (_, rows) = behind(&desk, "open", &[]);
        let mut states = std::collections::BTreeSet::new();
        for row in rows {
            let case = &row["case_id"];
            let filter = json!({ "case": case, "by": "office" });
            let due = desk.ask("due_list", json!({ "filter": filter }));
            let state = row["due_state"].as_str().unwrap();
            let first = due["rows"].as_array().unwrap().iter().find(|one| one["optional"] != true);
            let said = first.map_or("", |one| one["state"].as_str().unwrap());
            assert_eq!(state, said, "{} on {day}", row["register_no"]);
            states.insert(state.to_owned());
        }
        assert!(states.len() > 1, "{states:?} on {day}");
    }
}

#[test]
fn an_open_list_goes_out_in_its_order_with_the_columns_asked_for() {
    let desk = TestDesk::founded();
    desk.ask("sample_fill", json!({ "cases": 40, "years": 1, "seed": 5 }));
    let query = json!({ "filters": [{ "column": "is_open", "test": { "one_of": ["yes"] } }],
                        "sort": { "column": "title", "descending": true } });
    let opened = desk.ask("case_list_open", json!({ "query": query, "first": 1000 }));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("在办.csv");
    let ask = json!({ "path": path.to_str().unwrap(), "list": opened["list"], "title": "在办案件",
                      "filter_words": "在办：是", "columns": ["title", "register_no", "due_state", "findings"] });
    assert_eq!(desk.ask("list_export", ask)["rows"], opened["total"]);
    let text = std::fs::read_to_string(&path).unwrap();
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines[0], "\"测县人民检察院 在办案件\"");
    assert!(
        lines[1].contains("在办：是") && lines[2].contains("李案管") && lines[2].contains("2026-03-05"),
        "{lines:?}"
    );
    let head = lines.iter().position(|line| line.starts_with("\"案件名称\",")).unwrap();
    let titles: Vec<&str> = lines[head + 1..].iter().map(|line| line.split('"').nth(1).unwrap()).collect();
    let shown: Vec<&str> =
        opened["rows"].as_array().unwrap().iter().map(|row| row["title"].as_str().unwrap()).collect();
    assert_eq!(titles[..shown.len()], shown[..]);
}

#[test]
fn any_table_goes_out_as_it_is_shown_and_no_text_calculates() {
    let desk = TestDesk::founded();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("表.csv");
    let table = json!({
        "path": path.to_str().unwrap(), "title": "听证员", "filter_words": "状态：在库",
        "columns": [{ "head": "姓名", "kind": "text" }, { "head": "次数", "kind": "number" }, { "head": "入库", "kind": "day" }],
        "rows": [["=HYPERLINK(1)", "1,204", "2026-03-05"], ["章某", "", "未定"]],
    });
    assert_eq!(desk.ask("table_export", table.clone())["rows"], 2);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("测县人民检察院 听证员") && text.contains("状态：在库"), "{text}");
    assert!(text.contains("\"'=HYPERLINK(1)\",1204,2026-03-05\r\n") && text.contains("\"章某\",,\"未定\""), "{text}");
    let mut nameless = table;
    nameless["path"] = folder.path().join("表.txt").to_str().unwrap().into();
    assert_eq!(refusal_of(desk.try_ask("table_export", nameless)), "list_form_unknown");
}
