//! What other cases said of a sealed one goes with it.

use serde_json::{Value, json};

use super::{SECRET, enter, found_room, minors_case, other_case, seal};
use crate::common::TestDesk;

#[test]
fn no_link_to_a_sealed_case_and_no_interest_declared_in_it_is_left_in_the_journal() {
    nothing_is_left_of_links_that_came_with("盗窃一案");
}

#[test]
fn nor_is_one_left_that_lies_packed_among_long_changes() {
    nothing_is_left_of_links_that_came_with(&"查明的事实".repeat(2_000));
}

fn nothing_is_left_of_links_that_came_with(summary: &str) {
    let desk = TestDesk::founded();
    let case = minors_case(&desk, &SECRET);
    let [other, third] = ["李四", "王五"].map(|name| other_case(&desk, name, "2026-02-04"));
    let changes = std::cell::Cell::new(0);
    let link = |case: i64, links: Value| {
        changes.set(changes.get() + 1);
        let summary = format!("{} {summary}", changes.get());
        desk.ask("case_change", json!({ "case": case, "change": { "links": links, "summary": summary } }))
    };
    // One that came and went, one that went over to another case, one that stands.
    link(other, json!([{ "other": case, "kind": "related" }]));
    link(other, json!([]));
    link(third, json!([{ "other": case, "kind": "related" }]));
    let id = desk.ask("case_sheet", json!({ "case": third }))["links"][0]["id"].clone();
    link(third, json!([{ "id": id, "other": other, "kind": "related" }]));
    link(other, json!([{ "other": case, "kind": "same_matter" }]));
    let declare = json!({ "account": 1, "kind": "case", "value": "2026-GC-00001", "ground": "interest" });
    let declared = desk.ask("conflict_declare", declare.clone())["entry"].clone();
    desk.ask("entry_undo", json!({ "entry": declared, "reason": "误录" }));
    desk.ask("entry_redo", json!({ "entry": declared, "reason": "核实" }));
    desk.ask("entry_undo", json!({ "entry": declared, "reason": "误录" }));
    assert_eq!(desk.ask("record_verify", json!({}))["problems"], json!([]));
    found_room(&desk);
    enter(&desk);
    seal(&desk, case);

    let mut told = vec![desk.ask("journal_list", json!({ "limit": 500 }))];
    told.extend([other, third].map(|case| desk.ask("journal_list", json!({ "limit": 500, "case": case }))));
    let (mut links, sealed) = (0, case.to_string());
    for entry in told.iter().flat_map(|page| page["entries"].as_array().unwrap()) {
        for change in entry["changes"].as_array().unwrap() {
            assert_ne!(change["table"], "declared_conflict", "{entry}");
            if change["table"] == "case_link" {
                links += 1;
                let ends = change["fields"].as_array().unwrap().iter().filter(|field| field["field"] != "kind");
                let named = ends.flat_map(|field| [&field["before"], &field["after"]]).any(|end| *end == *sealed);
                assert!(!named, "{entry}");
            }
        }
    }
    assert_eq!(links, 2, "the link of the two others is told as ever, on the page of all and on that of its case");
    assert_eq!(desk.ask("case_sheet", json!({ "case": third }))["links"].as_array().unwrap().len(), 1);
    assert_eq!(desk.ask("record_verify", json!({}))["problems"], json!([]));
    assert_eq!(desk.ask("register_as_of", json!({ "day": "2026-01-05" }))["cases"], json!([]), "the past is reached");
}
