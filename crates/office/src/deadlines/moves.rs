//! Which due dates move when the office counts otherwise: shown before it is done, told after.

use std::collections::BTreeMap;

use anjuan_law::Day;
use rusqlite::named_params;
use serde::Serialize;

use super::counting::{Counting, moved};
use crate::{CaseId, Reading, Result, Work, derive};

/// How many cases are counted anew at once.
const CHUNK: usize = 500;
/// So many moved due dates are named one by one.
const NAMED: usize = 200;

/// What became of the due dates of the office.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Recounted {
    /// Cases counted anew.
    pub cases: u32,
    /// Due dates that are others now, came to be, or are no more.
    pub moved: u32,
    /// The first two hundred of them, case by case.
    pub named: Vec<DueMoved>,
}

/// A due date that moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct DueMoved {
    /// The case.
    pub case: CaseId,
    /// Its register number.
    pub register_no: String,
    /// The rule.
    pub rule: String,
    /// What it is about.
    pub subject: String,
    /// The day of the trigger.
    pub trigger_on: Day,
    /// The day to finish by before; none: it was not there.
    pub before: Option<Day>,
    /// The day to finish by now; none: it is no more.
    pub after: Option<Day>,
}

/// Counts anew every case that the change since `before` concerns, and says what moved. The caller's action derives
/// nothing else.
pub fn recount(
    work: &Work<'_>,
    before: &Counting,
    mut progress: impl FnMut(u64, u64) -> Result<()>,
) -> Result<Recounted> {
    work.derives_by_hand();
    let cases: Vec<CaseId> = moved(work, before)?.into_iter().collect();
    let mut told = Recounted { cases: u32::try_from(cases.len()).unwrap_or(u32::MAX), ..Recounted::default() };
    for (at, chunk) in cases.chunks(CHUNK).enumerate() {
        progress((at * CHUNK) as u64, cases.len() as u64)?;
        let old = standing(work, chunk)?;
        derive::cases(work, &chunk.iter().copied().collect())?;
        let new = standing(work, chunk)?;
        differences(&old, &new, &mut told);
    }
    progress(cases.len() as u64, cases.len() as u64)?;
    Ok(told)
}

/// A due date as it is called: case, register number, rule, what it is about, trigger.
type Name = (CaseId, String, String, String, Day);

/// The day to finish by and the last day by law of each due date of these cases.
fn standing(reading: &Reading<'_>, cases: &[CaseId]) -> Result<BTreeMap<Name, (Day, Day)>> {
    let bound = named_params! { ":cases": serde_json::to_string(cases)? };
    let rows = reading.all(include_str!("standing_days.sql"), bound, |row| {
        let name = (
            row.get("case_id")?,
            row.get("register_no")?,
            row.get("rule")?,
            row.get("subject")?,
            row.get("trigger_on")?,
        );
        Ok((name, (row.get("safe_due_on")?, row.get("due_on")?)))
    })?;
    Ok(rows.into_iter().collect())
}

fn differences(old: &BTreeMap<Name, (Day, Day)>, new: &BTreeMap<Name, (Day, Day)>, told: &mut Recounted) {
    let mut names: Vec<&Name> = old.keys().chain(new.keys()).collect();
    names.sort();
    names.dedup();
    for name in names {
        let (before, after) = (old.get(name), new.get(name));
        if before == after {
            continue;
        }
        told.moved += 1;
        if told.named.len() < NAMED {
            let (case, register_no, rule, subject, trigger_on) = name.clone();
            let (before, after) = (before.map(|days| days.0), after.map(|days| days.0));
            told.named.push(DueMoved { case, register_no, rule, subject, trigger_on, before, after });
        }
    }
}
