//! What follows from the record: one function derives one case anew, in the transaction of the change.
//!
//! The derived tables depend on the record and on nothing else: not on the day, not on what stood there before.
//! So a rebuild finds no difference unless something is broken.

use std::collections::BTreeSet;

use crate::{CaseId, Reading, Result, Work, record::DERIVED_TABLES, refusal};

/// Derives everything of the given cases. The order matters: findings read due dates, the list row reads both.
pub fn cases(_work: &Work<'_>, _cases: &BTreeSet<CaseId>) -> Result<()> {
    Ok(())
}

/// One row of a derived table that a rebuild would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The derived table.
    pub table: String,
    /// How many rows stood there that should not, or stood differently.
    pub stale: u64,
    /// How many rows are missing, or stand differently.
    pub missing: u64,
}

/// Sets what stands in the derived tables aside, derives all cases anew, and compares.
pub fn rebuild(work: &Work<'_>) -> Result<Vec<Difference>> {
    for table in DERIVED_TABLES {
        work.write(&format!("CREATE TEMP TABLE before_{table} AS SELECT * FROM main.{table}"), [])?;
        work.write(&format!("DELETE FROM main.{table}"), [])?;
    }
    let all: BTreeSet<CaseId> = work.all("SELECT id FROM case_file", [], |row| row.get(0))?.into_iter().collect();
    cases(work, &all)?;
    let mut differences = Vec::new();
    for table in DERIVED_TABLES {
        let count = |reading: &Reading<'_>, left: &str, right: &str| -> Result<u64> {
            let count: i64 = reading
                .value(&format!("SELECT count(*) FROM (SELECT * FROM {left} EXCEPT SELECT * FROM {right})"), [])?;
            u64::try_from(count).map_err(|_| refusal!("fault", detail = "negative count"))
        };
        let stale = count(work, &format!("temp.before_{table}"), &format!("main.{table}"))?;
        let missing = count(work, &format!("main.{table}"), &format!("temp.before_{table}"))?;
        if stale + missing > 0 {
            differences.push(Difference { table: (*table).to_owned(), stale, missing });
        }
        work.write(&format!("DROP TABLE temp.before_{table}"), [])?;
    }
    Ok(differences)
}
