//! What follows from the record: one function derives one case anew, in the transaction of the change.
//!
//! The derived tables depend on the record and on nothing else: not on the day, not on what stood there before.
//! So a rebuild finds no difference unless something is broken.

mod everything;
mod renew;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

pub use everything::{Derive, Deriving, everything};
pub(crate) use renew::{is_up_to_date, renew};

use anjuan_law::Day;

use crate::{
    Actor, CaseId, Reading, Result, Work, checks, deadlines,
    record::{DERIVED_TABLES, Record, Standing},
};

/// Derives everything of the given cases. The order matters: findings read due dates, the list row reads both.
pub fn cases(work: &Work<'_>, cases: &BTreeSet<CaseId>) -> Result<()> {
    deadlines::derive(work, cases)?;
    checks::derive(work, cases)?;
    crate::cases::derive(work, cases)
}

/// All that is derived, where each case of the office gets its turn.
pub const ALL: Deriving = Deriving { tables: DERIVED_TABLES, by: own };

/// What the checks find in the record and in the periods as they stand, where each case of the office gets its turn.
pub const FINDINGS: Deriving = Deriving { tables: &["finding"], by: checks::derive_own };

/// As [`cases`], where each case of the office gets its turn: no other case is looked after.
fn own(work: &Work<'_>, cases: &BTreeSet<CaseId>) -> Result<()> {
    deadlines::derive(work, cases)?;
    checks::derive_own(work, cases)?;
    crate::cases::derive(work, cases)
}

/// One row of a derived table that a rebuild would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The derived table.
    pub table: String,
    /// How many rows stood there that should not, or stood differently.
    pub stale: i64,
    /// How many rows are missing, or stand differently.
    pub missing: i64,
}

/// Derives all cases anew, keeps that, and says what had stood differently.
pub fn rebuild(record: &Record, by: &Actor, day: Day) -> Result<Vec<Difference>> {
    rebuild_by(record, by, day, own)
}

/// As [`rebuild`], by some derivers only. What others derive has to be as they would leave it, or nothing at all.
pub fn rebuild_by(record: &Record, by: &Actor, day: Day, derive: Derive) -> Result<Vec<Difference>> {
    if record.path().is_none() {
        return record.derive_all(by, day, rebuild_plainly);
    }
    record.derive_all(by, day, |work| {
        work.indexed_after(|| {
            differences(record, by, day, Deriving { by: derive, ..ALL }, |standing| work.set_right(standing))
        })
    })
}

/// Says what a rebuild would change, and changes nothing.
pub fn compare(record: &Record, by: &Actor, day: Day) -> Result<Vec<Difference>> {
    if record.path().is_none() {
        return record.derive_and_drop(by, day, rebuild_plainly);
    }
    differences(record, by, day, ALL, |_| Ok(()))
}

fn differences(
    record: &Record,
    by: &Actor,
    day: Day,
    deriving: Deriving,
    mut each: impl FnMut(Standing) -> Result<()>,
) -> Result<Vec<Difference>> {
    let mut found: BTreeMap<&'static str, (i64, i64)> = BTreeMap::new();
    let note = |standing: Standing| {
        let (stale, missing) = found.entry(standing.table).or_default();
        *stale += standing.stale;
        *missing += standing.missing;
        each(standing)
    };
    everything(record, by, day, deriving, |_, _| Ok(()), note)?;
    let of = |table: &&str| found.get(*table).map(|&(stale, missing)| ((*table).to_owned(), stale, missing));
    let found = DERIVED_TABLES.iter().filter_map(of);
    Ok(found.map(|(table, stale, missing)| Difference { table, stale, missing }).collect())
}

/// A rebuild in one piece: all derived rows are put aside, all cases derived, and the two compared.
pub(crate) fn rebuild_plainly(work: &Work<'_>) -> Result<Vec<Difference>> {
    for table in DERIVED_TABLES {
        work.write(&format!("CREATE TEMP TABLE before_{table} AS SELECT * FROM main.{table}"), [])?;
        work.write(&format!("DELETE FROM main.{table}"), [])?;
    }
    let all: BTreeSet<CaseId> = work.all("SELECT id FROM case_file", [], |row| row.get(0))?.into_iter().collect();
    cases(work, &all)?;
    let mut differences = Vec::new();
    for table in DERIVED_TABLES {
        let stale = rows_only_in(work, &format!("temp.before_{table}"), &format!("main.{table}"))?;
        let missing = rows_only_in(work, &format!("main.{table}"), &format!("temp.before_{table}"))?;
        if stale + missing > 0 {
            differences.push(Difference { table: (*table).to_owned(), stale, missing });
        }
        work.write(&format!("DROP TABLE temp.before_{table}"), [])?;
    }
    Ok(differences)
}

fn rows_only_in(reading: &Reading<'_>, left: &str, right: &str) -> Result<i64> {
    reading.value(&format!("SELECT count(*) FROM (SELECT * FROM {left} EXCEPT SELECT * FROM {right})"), [])
}
