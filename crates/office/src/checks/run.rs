//! Running the checks on the whole office, some cases at a time.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::named_params;

use crate::{CaseId, Reading, Result, Work, derive};

/// How many findings of a check a run changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Renewed {
    /// Findings that stood nowhere before.
    pub appeared: u32,
    /// Findings that stand no more.
    pub gone: u32,
}

/// The next cases after one, in the order of their ids.
pub fn next_cases(reading: &Reading<'_>, after: Option<CaseId>, limit: u32) -> Result<Vec<CaseId>> {
    let after = after.map_or(0, CaseId::get);
    reading.all("SELECT id FROM case_file WHERE id > ?1 ORDER BY id LIMIT ?2", (after, limit), |row| row.get(0))
}

/// How many cases there are.
pub fn case_count(reading: &Reading<'_>) -> Result<u64> {
    let count: i64 = reading.value("SELECT count(*) FROM case_file", [])?;
    Ok(count.unsigned_abs())
}

/// Derives these cases anew and says, by check, how many findings stood differently. Findings are renewed with every
/// change of a case, so that a run changes something only after a change of the checks themselves, or when something
/// is broken.
pub fn renew(work: &Work<'_>, cases: &BTreeSet<CaseId>) -> Result<BTreeMap<String, Renewed>> {
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
