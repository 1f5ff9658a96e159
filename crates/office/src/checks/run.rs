//! Running the checks on the whole office.

use std::collections::{BTreeMap, BTreeSet};

use anjuan_law::Day;
use rusqlite::named_params;

use crate::{Actor, CaseId, Reading, Result, Work, derive, record::Record};

/// How many findings of a check a run changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Renewed {
    /// Findings that stood nowhere before.
    pub appeared: u32,
    /// Findings that stand no more.
    pub gone: u32,
}

/// How many cases one step renews where the record lies in memory.
const STEP: usize = 200;

/// Runs the checks on every case, over the periods as they stand, and says, by check, how many findings stood differently. Whether
/// the periods stand as they should is what a comparison of all that is derived tells. `progress` gets how many cases are done and
/// how many there are. What stands differently is put right at once and kept, so a run that is stopped has renewed the cases up to
/// there.
pub fn run(
    record: &Record,
    by: &Actor,
    day: Day,
    mut progress: impl FnMut(u64, u64) -> Result<()>,
) -> Result<BTreeMap<String, Renewed>> {
    let mut sum: BTreeMap<String, Renewed> = BTreeMap::new();
    let mut put_right = |cases: &BTreeSet<CaseId>| -> Result<()> {
        for (check, step) in record.derive_all(by, day, |work| renew(work, cases))? {
            let sum = sum.entry(check).or_default();
            sum.appeared += step.appeared;
            sum.gone += step.gone;
        }
        Ok(())
    };
    if record.path().is_some() {
        derive::everything(record, by, day, derive::FINDINGS, progress, |standing| put_right(&standing.cases))?;
        return Ok(sum);
    }
    let all: Vec<CaseId> =
        record.read(|reading| reading.all("SELECT id FROM case_file ORDER BY id", [], |row| row.get(0)))?;
    let mut done = 0;
    for cases in all.chunks(STEP) {
        put_right(&cases.iter().copied().collect())?;
        done += cases.len();
        progress(done as u64, all.len() as u64)?;
    }
    Ok(sum)
}

/// How many cases there are.
pub fn case_count(reading: &Reading<'_>) -> Result<u64> {
    let count: i64 = reading.value("SELECT count(*) FROM case_file", [])?;
    Ok(count.unsigned_abs())
}

/// Derives these cases anew and says, by check, how many findings stood differently. Findings are renewed with every
/// change of a case, so that a run changes something only after a change of the checks themselves, or when something
/// is broken.
fn renew(work: &Work<'_>, cases: &BTreeSet<CaseId>) -> Result<BTreeMap<String, Renewed>> {
    let before = standing(work, cases)?;
    derive::cases(work, cases)?;
    let after = standing(work, cases)?;
    let mut renewed: BTreeMap<String, Renewed> = BTreeMap::new();
    for (check, _) in after.difference(&before) {
        renewed.entry(check.clone()).or_default().appeared += 1;
    }
    for (check, _) in before.difference(&after) {
        renewed.entry(check.clone()).or_default().gone += 1;
    }
    Ok(renewed)
}

/// Each finding of these cases: its check, and all else of it in one text.
fn standing(reading: &Reading<'_>, cases: &BTreeSet<CaseId>) -> Result<BTreeSet<(String, String)>> {
    let ids = serde_json::to_string(cases)?;
    let rows = reading.all(include_str!("standing.sql"), named_params! { ":cases": ids }, |row| {
        Ok((row.get("check_id")?, row.get("finding")?))
    })?;
    Ok(rows.into_iter().collect())
}
