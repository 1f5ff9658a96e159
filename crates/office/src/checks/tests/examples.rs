//! The examples in the heads of the checks: the good ones have no finding of the check, the bad ones have.

use std::{collections::BTreeSet, fs, path::Path};

use super::office::{change, findings, office, write};
use crate::{
    checks::{self, Check, Example, Filter},
    record::RECORD_TABLES,
};

/// A day on which every finding without end has begun.
const LATE: &str = "2098-01-01";

/// What the check finds in the example, and the names of the values.
fn run(check: &Check, example: &Example) -> Result<(bool, BTreeSet<String>), String> {
    let office = office();
    let written = change(&office, |work| Ok(write(work, example)))?;
    let case = written.cases.last().copied();
    let filter = Filter { check: Some(check.id.to_owned()), case, ..Filter::default() };
    let found = findings(&office, written.on.as_deref().unwrap_or(LATE), &filter);
    let names = found.iter().flat_map(|finding| finding.values.keys().cloned()).collect();
    let meant = found.iter().any(|finding| written.subject.as_ref().is_none_or(|subject| *subject == finding.subject));
    match (&written.subject, found.is_empty(), meant) {
        (Some(subject), false, false) => Err(format!("finds {:?} instead of {subject}", found[0].subject)),
        _ => Ok((!found.is_empty(), names)),
    }
}

#[test]
fn every_check_finds_what_its_examples_say_and_every_value_has_words() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/messages");
    let known: Vec<serde_json::Value> = ["zh.json", "en.json"]
        .map(|file| serde_json::from_str(&fs::read_to_string(root.join(file)).unwrap()).unwrap())
        .into();
    let mut faults = Vec::new();
    for check in checks::all().unwrap() {
        for (examples, expected) in [(&check.good, false), (&check.bad, true)] {
            for (number, example) in examples.iter().enumerate() {
                let place = format!("{}, {} {}", check.id, if expected { "bad" } else { "good" }, number + 1);
                match run(check, example) {
                    Err(fault) => faults.push(format!("{place}: {fault}")),
                    Ok((found, _)) if found != expected => faults.push(format!("{place}: found is {found}")),
                    Ok((_, names)) => faults.extend(
                        names
                            .iter()
                            .map(|name| format!("value_{name}"))
                            .filter(|key| known.iter().any(|words| words[key].is_null()))
                            .map(|key| format!("{place}: no words {key}")),
                    ),
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_check_has_its_own_title_and_stands_on_something() {
    let all: Vec<&Check> = checks::all().unwrap().collect();
    let titles: BTreeSet<&str> = all.iter().map(|check| &*check.title.zh).collect();
    assert_eq!(titles.len(), all.len(), "two checks with one title");
    for check in all {
        assert!(!check.basis.is_empty(), "{} names no basis", check.id);
    }
}

#[test]
fn no_check_reads_a_whole_table() {
    let office = office();
    for ready in checks::ready().unwrap() {
        let plan: Vec<String> = office
            .read(|reading| {
                reading.all(
                    &format!("EXPLAIN QUERY PLAN {}", ready.sql),
                    rusqlite::named_params! { ":cases": "[1]" },
                    |row| row.get("detail"),
                )
            })
            .unwrap();
        for step in plan {
            let whole = step.strip_prefix("SCAN ").and_then(|rest| rest.split_whitespace().next());
            let table = |name: &str| RECORD_TABLES.contains(&name) || ["deadline", "finding"].contains(&name);
            assert!(!whole.is_some_and(table), "{}: {step}", ready.check.id);
        }
    }
}
