//! No hearing of the sample office breaks a rule without a finding that says so.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::TestDesk;
use serde_json::json;

#[test]
fn each_broken_rule_of_the_sample_has_its_finding() {
    let desk = TestDesk::founded();
    desk.ask("sample_fill", json!({ "cases": 400, "years": 2, "seed": 4 }));
    let list = desk.ask("hearing_list", json!({ "limit": 1000 }));
    let hearings = list["hearings"].as_array().unwrap_or_else(|| panic!("{list}"));
    assert!(hearings.len() > 40, "{}", hearings.len());

    let (mut said, mut unsaid) = (BTreeMap::<String, usize>::new(), Vec::new());
    for hearing in hearings {
        let findings = desk.ask("case_findings", json!({ "case": hearing["case_id"] }));
        let subject = format!("hearing:{}", hearing["id"]);
        let of_it = findings.as_array().unwrap().iter().filter(|one| one["subject"] == *subject);
        let found: BTreeSet<&str> = of_it.filter_map(|one| one["code"].as_str()).collect();
        let missing = desk.ask("hearing_missing", json!({ "hearing": hearing["id"] }));
        for late in missing.as_array().unwrap().iter().filter(|line| line["state"] == "late") {
            let check = late["check"].as_str().unwrap();
            if found.contains(check) {
                *said.entry(check.to_owned()).or_default() += 1;
            } else {
                unsaid.push(format!("{subject} {} {} {}", late["code"], late["check"], late["about"]));
            }
        }
    }
    assert_eq!(unsaid, Vec::<String>::new(), "broken and not found");
    assert!(said.len() >= 3, "the sample breaks some rules of hearings, so that they can be seen: {said:?}");
}
