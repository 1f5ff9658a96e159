//! Runs the checks and keeps what they find.

use std::collections::{BTreeMap, BTreeSet};

use anjuan_law::{Day, category};
use rusqlite::{Params, Row, named_params, params, types::ValueRef};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::{Ready, head::Check, needs::Present, ready};
use crate::{CaseId, Reading, Result, Work, refusal};

/// The first and the last of all days: a finding without `from_day` or `until_day` always holds.
const ALWAYS: &str = "0000-01-01";
const WITHOUT_END: &str = "9999-12-31";
/// How many cases one run of a statement covers.
const CHUNK: usize = 500;
/// The columns that are not values, in the order of what a finding has of them.
const OWN_COLUMNS: [&str; 5] = ["case_id", "subject", "from_day", "until_day", "other_case_id"];

/// What decides which checks look at a case: of each category and line the cases, in their order, with the days of acceptance.
struct Heads(BTreeMap<(String, String), Vec<(CaseId, Day)>>);

impl Heads {
    fn of(reading: &Reading<'_>, cases: &str) -> Result<Self> {
        let mut heads: BTreeMap<(String, String), Vec<(CaseId, Day)>> = BTreeMap::new();
        reading.each(include_str!("heads.sql"), named_params! { ":cases": cases }, |row| {
            let kind = (row.get("category")?, row.get("line")?);
            heads.entry(kind).or_default().push((row.get("id")?, row.get("accepted_on")?));
            Ok(())
        })?;
        Ok(Self(heads))
    }

    /// The cases that a check looks at.
    fn looked_at_by(&self, check: &Check) -> Vec<CaseId> {
        let of_kind = |((id, line), _): &(&(String, String), &Vec<(CaseId, Day)>)| check.looks_at(category(id), line);
        let cases = self.0.iter().filter(of_kind).flat_map(|(_, cases)| cases);
        let mut scope: Vec<CaseId> = cases.filter(|(_, day)| check.is_of(*day)).map(|(case, _)| *case).collect();
        scope.sort_unstable();
        scope
    }
}

/// Renews the findings of these cases, and those of others that read them.
pub fn derive(work: &Work<'_>, cases: &BTreeSet<CaseId>) -> Result<()> {
    let ready = ready()?;
    let all: Vec<CaseId> = cases.iter().copied().collect();
    let mut neighbours = BTreeSet::new();
    for chunk in all.chunks(CHUNK) {
        let ids = serde_json::to_string(chunk)?;
        let near: Vec<CaseId> =
            work.all(include_str!("neighbours.sql"), named_params! { ":cases": ids }, |row| row.get(0))?;
        neighbours.extend(near.into_iter().filter(|case| !cases.contains(case)));
        renew(work, ready, chunk)?;
    }
    let across = || ready.iter().filter(|ready| ready.check.across);
    let across_ids = serde_json::to_string(&across().map(|ready| ready.check.id).collect::<Vec<_>>())?;
    let neighbours: Vec<CaseId> = neighbours.into_iter().collect();
    for chunk in neighbours.chunks(CHUNK) {
        let bound = named_params! { ":cases": serde_json::to_string(chunk)?, ":checks": across_ids };
        renew_those(work, across(), chunk, standing(work, include_str!("stood_of_checks.sql"), bound)?)?;
    }
    Ok(())
}

/// The findings that stood in some cases and have not been found again: case, check and subject.
type Stale = BTreeSet<(i64, String, String)>;

/// The cases whose findings may change with this one.
pub fn neighbours(reading: &Reading<'_>, case: CaseId) -> Result<Vec<CaseId>> {
    let near: Vec<CaseId> = reading.all(
        include_str!("neighbours.sql"),
        named_params! { ":cases": serde_json::to_string(&[case])? },
        |row| row.get(0),
    )?;
    Ok(near.into_iter().filter(|near| *near != case).collect())
}

/// Renews the findings of these cases and leaves others alone.
pub fn derive_own(work: &Work<'_>, cases: &BTreeSet<CaseId>) -> Result<()> {
    let ready = ready()?;
    let all: Vec<CaseId> = cases.iter().copied().collect();
    all.chunks(CHUNK).try_for_each(|chunk| renew(work, ready, chunk))
}

fn renew(work: &Work<'_>, ready: &[Ready], cases: &[CaseId]) -> Result<()> {
    let bound = named_params! { ":cases": serde_json::to_string(cases)? };
    renew_those(work, ready.iter(), cases, standing(work, include_str!("stood.sql"), bound)?)
}

fn standing(work: &Work<'_>, sql: &str, bound: impl Params) -> Result<Stale> {
    Ok(work.all(sql, bound, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.into_iter().collect())
}

/// Runs these checks on these cases. Only what stands differently is written: what the index by checks has of one case lies all over
/// the file of a large office, and most changes of a case leave most of its findings as they were.
fn renew_those<'r>(
    work: &Work<'_>,
    checks: impl Iterator<Item = &'r Ready>,
    cases: &[CaseId],
    mut stale: Stale,
) -> Result<()> {
    let ids = serde_json::to_string(cases)?;
    let heads = Heads::of(work, &ids)?;
    let present = Present::of(work, &ids)?;
    for Ready { check, sql, needs } in checks {
        let mut scope = heads.looked_at_by(check);
        if let Some(needs) = needs {
            present.keep_having(needs, &mut scope);
        }
        if !scope.is_empty() {
            run_one(work, check, sql, &scope, &mut stale)?;
        }
    }
    for (case, check, subject) in stale {
        work.write(include_str!("drop_finding.sql"), params![case, check, subject])?;
    }
    Ok(())
}

fn run_one(work: &Work<'_>, check: &Check, sql: &str, scope: &[CaseId], stale: &mut Stale) -> Result<()> {
    let mut found = Vec::new();
    let mut columns = None;
    work.each(sql, named_params! { ":cases": serde_json::to_string(scope)? }, |row| {
        let columns = columns.get_or_insert_with(|| Columns::of(row));
        found.extend(Found::read(check, columns, row)?);
        Ok(())
    })?;
    // One finding a subject: where a check gives several, the earliest stands.
    found.sort();
    found.dedup_by(|later, earlier| (later.case, &later.subject) == (earlier.case, &earlier.subject));
    for found in found {
        found.keep(work, check)?;
        if !stale.is_empty() {
            stale.remove(&(found.case, check.id.to_owned(), found.subject));
        }
    }
    Ok(())
}

/// The places of a query's columns.
#[derive(Default)]
struct Columns {
    own: [Option<usize>; OWN_COLUMNS.len()],
    /// Those that are values, each with its name as JSON has it.
    values: Vec<(usize, String)>,
}

impl Columns {
    fn of(row: &Row<'_>) -> Self {
        let mut columns = Self::default();
        for (at, name) in row.as_ref().column_names().enumerate() {
            match OWN_COLUMNS.iter().zip(&mut columns.own).find(|(own, _)| **own == name) {
                Some((_, place)) => *place = Some(at),
                None => columns.values.push((at, Value::from(name).to_string())),
            }
        }
        columns
    }
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
    fn read(check: &Check, columns: &Columns, row: &Row<'_>) -> Result<Option<Found>> {
        let mut values = String::from("{");
        for (at, name) in &columns.values {
            let value = match row.get_ref(*at)? {
                ValueRef::Null => continue,
                ValueRef::Integer(number) => Value::from(number),
                ValueRef::Text(text) => Value::from(String::from_utf8_lossy(text)),
                ValueRef::Real(_) | ValueRef::Blob(_) => {
                    return Err(refusal!("fault", detail = format!("check {}: {name} is no text or number", check.id)));
                }
            };
            if values.len() > 1 {
                values.push(',');
            }
            values.push_str(name);
            values.push(':');
            values.push_str(&value.to_string());
        }
        values.push('}');
        let [case, subject, from_day, until_day, other_case] = columns.own;
        let missing = |name: &str| refusal!("fault", detail = format!("check {} has no {name}", check.id));
        let day = |at: Option<usize>| at.and_then(|at| row.get::<_, Option<String>>(at).ok().flatten());
        let found = Found {
            case: row.get(case.ok_or_else(|| missing("case_id"))?)?,
            subject: row.get(subject.ok_or_else(|| missing("subject"))?)?,
            from_day: day(from_day).unwrap_or_else(|| ALWAYS.to_owned()),
            until_day: day(until_day).unwrap_or_else(|| WITHOUT_END.to_owned()),
            values,
            other_case: other_case.and_then(|at| row.get(at).ok().flatten()),
        };
        Ok((found.from_day <= found.until_day).then_some(found))
    }

    fn keep(&self, work: &Work<'_>, check: &Check) -> Result<()> {
        // By place and not by name, as the periods are.
        let bound = params![
            self.case,
            check.id,
            self.subject,
            check.severity.code(),
            self.from_day,
            self.until_day,
            self.values,
            fingerprint(check.id, &self.values),
            self.other_case,
        ];
        work.write(include_str!("keep_finding.sql"), bound)?;
        Ok(())
    }
}

/// A short hash of the check and the values that made the finding, in the order of the query's columns. An answer holds while it
/// stays the same.
fn fingerprint(check: &str, values: &str) -> String {
    let hash = Sha256::new().chain_update(check).chain_update([0]).chain_update(values).finalize();
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0');
    hash.iter().take(16).flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
