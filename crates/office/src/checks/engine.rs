//! Runs the checks and keeps what they find.

use std::collections::{BTreeMap, BTreeSet};

use anjuan_law::{Day, category};
use rusqlite::{Row, named_params, types::ValueRef};
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use super::{Ready, head::Check, needs::Present, ready};
use crate::{CaseId, Reading, Result, Work, refusal};

/// The first and the last of all days: a finding without `from_day` or `until_day` always holds.
const ALWAYS: &str = "0000-01-01";
const WITHOUT_END: &str = "9999-12-31";
/// How many cases one run of a statement covers.
const CHUNK: usize = 500;
/// The columns that are not values.
const OWN_COLUMNS: [&str; 5] = ["case_id", "subject", "from_day", "until_day", "other_case_id"];

/// What the engine knows of a case before it runs a check on it.
struct Head {
    line: String,
    category: String,
    accepted_on: Day,
}

/// Renews the findings of these cases, and those of others that read them.
pub fn derive(work: &Work<'_>, cases: &BTreeSet<CaseId>) -> Result<()> {
    let ready = ready()?;
    let all: Vec<CaseId> = cases.iter().copied().collect();
    let mut neighbours = BTreeSet::new();
    for chunk in all.chunks(CHUNK) {
        let ids = json(chunk);
        let near: Vec<CaseId> =
            work.all(include_str!("neighbours.sql"), named_params! { ":cases": ids }, |row| row.get(0))?;
        neighbours.extend(near.into_iter().filter(|case| !cases.contains(case)));
        renew(work, ready, chunk)?;
    }
    let across = || ready.iter().filter(|ready| ready.check.across);
    let across_ids = serde_json::to_string(&across().map(|ready| ready.check.id).collect::<Vec<_>>())?;
    let neighbours: Vec<CaseId> = neighbours.into_iter().collect();
    for chunk in neighbours.chunks(CHUNK) {
        let bound = named_params! { ":cases": json(chunk), ":checks": across_ids };
        work.write(include_str!("drop_findings_of_checks.sql"), bound)?;
        run(work, across(), chunk)?;
    }
    Ok(())
}

/// The cases whose findings may change with this one.
pub fn neighbours(reading: &Reading<'_>, case: CaseId) -> Result<Vec<CaseId>> {
    let near: Vec<CaseId> =
        reading.all(include_str!("neighbours.sql"), named_params! { ":cases": json(&[case]) }, |row| row.get(0))?;
    Ok(near.into_iter().filter(|near| *near != case).collect())
}

/// Renews the findings of these cases and leaves others alone.
pub fn derive_own(work: &Work<'_>, cases: &BTreeSet<CaseId>) -> Result<()> {
    let ready = ready()?;
    let all: Vec<CaseId> = cases.iter().copied().collect();
    all.chunks(CHUNK).try_for_each(|chunk| renew(work, ready, chunk))
}

fn renew(work: &Work<'_>, ready: &[Ready], cases: &[CaseId]) -> Result<()> {
    work.write(include_str!("drop_findings.sql"), named_params! { ":cases": json(cases) })?;
    run(work, ready.iter(), cases)
}

fn run<'r>(work: &Work<'_>, checks: impl Iterator<Item = &'r Ready>, cases: &[CaseId]) -> Result<()> {
    let ids = json(cases);
    let heads = work.all(include_str!("heads.sql"), named_params! { ":cases": ids }, |row| {
        let head =
            Head { line: row.get("line")?, category: row.get("category")?, accepted_on: row.get("accepted_on")? };
        Ok((row.get("id")?, head))
    })?;
    let heads: BTreeMap<CaseId, Head> = heads.into_iter().collect();
    let present = Present::of(work, &ids)?;
    for Ready { check, sql, needs } in checks {
        let looks_at = |head: &Head| check.looks_at(category(&head.category), &head.line, head.accepted_on);
        let scope: Vec<CaseId> = match needs {
            Some(needs) => {
                present.having(needs).into_iter().filter(|case| heads.get(case).is_some_and(looks_at)).collect()
            }
            None => heads.iter().filter(|(_, head)| looks_at(head)).map(|(case, _)| *case).collect(),
        };
        if !scope.is_empty() {
            run_one(work, check, sql, &scope)?;
        }
    }
    Ok(())
}

fn run_one(work: &Work<'_>, check: &Check, sql: &str, scope: &[CaseId]) -> Result<()> {
    let mut found = Vec::new();
    work.each(sql, named_params! { ":cases": json(scope) }, |row| {
        found.extend(Found::read(check, row)?);
        Ok(())
    })?;
    // One finding a subject: where a check gives several, the earliest stands.
    found.sort();
    found.dedup_by(|later, earlier| (later.case, &later.subject) == (earlier.case, &earlier.subject));
    found.iter().try_for_each(|found| found.keep(work, check))
}

fn json(cases: &[CaseId]) -> String {
    let mut ids = String::with_capacity(cases.len() * 8 + 2);
    for case in cases {
        ids.push(if ids.is_empty() { '[' } else { ',' });
        ids.push_str(&case.to_string());
    }
    ids.push_str(if ids.is_empty() { "[]" } else { "]" });
    ids
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    case: i64,
    subject: String,
    from_day: String,
    until_day: String,
    values: String,
    other_case: Option<i64>,
}

impl Found {
    /// Reads one row; nothing where it holds on no day.
    fn read(check: &Check, row: &Row<'_>) -> Result<Option<Found>> {
        let mut values = Map::new();
        for (at, name) in row.as_ref().column_names().enumerate() {
            if OWN_COLUMNS.contains(&name) {
                continue;
            }
            let value = match row.get_ref(at)? {
                ValueRef::Null => continue,
                ValueRef::Integer(number) => Value::from(number),
                ValueRef::Text(text) => Value::from(String::from_utf8_lossy(text)),
                ValueRef::Real(_) | ValueRef::Blob(_) => {
                    return Err(refusal!("fault", detail = format!("check {}: {name} is no text or number", check.id)));
                }
            };
            values.insert(name.to_owned(), value);
        }
        let maybe = |name: &str| -> Option<String> { row.get::<_, Option<String>>(name).ok().flatten() };
        let found = Found {
            case: row.get("case_id")?,
            subject: row.get("subject")?,
            from_day: maybe("from_day").unwrap_or_else(|| ALWAYS.to_owned()),
            until_day: maybe("until_day").unwrap_or_else(|| WITHOUT_END.to_owned()),
            values: Value::Object(values).to_string(),
            other_case: row.get("other_case_id").ok().flatten(),
        };
        Ok((found.from_day <= found.until_day).then_some(found))
    }

    fn keep(&self, work: &Work<'_>, check: &Check) -> Result<()> {
        let bound = named_params! {
            ":case": self.case, ":check": check.id, ":subject": self.subject, ":severity": check.severity.code(),
            ":from": self.from_day, ":until": self.until_day, ":values": self.values,
            ":fingerprint": fingerprint(check.id, &self.values), ":other_case": self.other_case,
        };
        work.write(include_str!("keep_finding.sql"), bound)?;
        Ok(())
    }
}

/// A short hash of the check and the values that made the finding. An answer holds while it stays the same.
fn fingerprint(check: &str, values: &str) -> String {
    let hash = Sha256::new().chain_update(check).chain_update([0]).chain_update(values).finalize();
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0');
    hash.iter().take(16).flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
