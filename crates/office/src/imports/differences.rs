//! What a file says and what a person entered: to be decided by a person.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};

use super::{read::of, recorded::Recorded, update};
use crate::{CaseId, Reading, Result, Work, accounts, refusal};

/// One value on which file and record differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Difference {
    /// Its id; 0 in a dry run that found it for the first time.
    #[ts(type = "number")]
    pub id: i64,
    /// The case.
    pub case: CaseId,
    /// Its register number.
    pub register_no: String,
    /// What it is called.
    pub title: String,
    /// The source.
    pub source: String,
    /// The field (law: headings).
    pub field: String,
    /// Whom it concerns; empty for the case.
    pub person: String,
    /// What the file says.
    pub file_value: String,
    /// What the record had when the difference was found.
    pub record_value: String,
}

/// How a difference is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// The record takes the file's value.
    File,
    /// The record stays; the same value of the file is not shown again.
    Record,
}

/// Cases between two tellings of how far a decision is.
const TELL: usize = 32;

/// Differences that nobody has decided, of one case or of all.
pub fn differences(reading: &Reading<'_>, case: Option<CaseId>) -> Result<Vec<Difference>> {
    reading.all(include_str!("differences.sql"), [case], from_row)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Difference> {
    Ok(Difference {
        id: row.get("id")?,
        case: row.get("case_id")?,
        register_no: row.get("register_no")?,
        title: row.get("title")?,
        source: row.get("source")?,
        field: row.get("field")?,
        person: row.get("person")?,
        file_value: row.get("file_value")?,
        record_value: row.get("record_value")?,
    })
}

/// Decides differences. Refuses one that is not known or decided already, and one whose value of the record changed
/// since it was found: then it has to be looked at again.
pub fn decide(
    work: &Work<'_>,
    ids: &[i64],
    decision: Decision,
    mut progress: impl FnMut(u64, u64) -> Result<()>,
) -> Result<()> {
    let mut by_case: BTreeMap<CaseId, Vec<Difference>> = BTreeMap::new();
    for id in ids {
        let found = work.maybe(include_str!("difference.sql"), [id], from_row)?;
        let difference = found.ok_or_else(|| refusal!("difference_unknown", difference = id))?;
        let of_case = by_case.entry(difference.case).or_default();
        if !of_case.iter().any(|known| known.id == difference.id) {
            of_case.push(difference);
        }
    }
    let total = by_case.len() as u64;
    for (at, (case, differences)) in by_case.iter().enumerate() {
        if at % TELL == 0 {
            progress(at as u64, total)?;
        }
        accounts::refuse_recused(work, work.by, *case)?;
        match decision {
            Decision::File => take_file(work, *case, differences)?,
            Decision::Record => {}
        }
        for difference in differences {
            let word = match decision {
                Decision::File => "file",
                Decision::Record => "record",
            };
            work.write(include_str!("decide.sql"), (difference.id, word, work.day, work.by.account))?;
        }
    }
    progress(total, total)
}

/// The record takes the file's values in a case.
fn take_file(work: &Work<'_>, case: CaseId, differences: &[Difference]) -> Result<()> {
    let recorded = Recorded::of(work, case)?;
    let mut said = BTreeMap::new();
    for difference in differences {
        let place = of(&difference.field, &difference.person);
        let stands = recorded.value(&place);
        if stands != difference.record_value {
            return Err(refusal!("difference_outdated", stands = stands, was = difference.record_value));
        }
        said.insert(place, difference.file_value.clone());
    }
    let places: BTreeSet<String> = said.keys().cloned().collect();
    update::apply(work, case, &recorded, &places, &said, None).map(drop)
}

/// Notes a difference; false where it is known already, decided or not.
pub(super) fn note(work: &Work<'_>, source: i64, difference: &Difference) -> Result<Option<i64>> {
    let known: Option<i64> = work.maybe(
        include_str!("difference_known.sql"),
        (difference.case, source, &difference.field, &difference.person, &difference.file_value),
        |row| row.get(0),
    )?;
    if known.is_some() {
        return Ok(None);
    }
    let id = work.insert(
        include_str!("difference_insert.sql"),
        named_params! {
            ":case_id": difference.case, ":source_id": source, ":field": difference.field,
            ":person": difference.person, ":file_value": difference.file_value,
            ":record_value": difference.record_value, ":found_on": work.day,
        },
    )?;
    Ok(Some(id))
}
