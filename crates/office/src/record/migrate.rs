//! Forward-only migrations, embedded in the program; `PRAGMA user_version` is the number of the last one.

use rusqlite::Connection;

use crate::{Result, refusal};

const MIGRATIONS: &[&str] = &[
    include_str!("../../../../migrations/0001_office.sql"),
    include_str!("../../../../migrations/0002_cases.sql"),
    include_str!("../../../../migrations/0003_assignments_checks.sql"),
    include_str!("../../../../migrations/0004_hearings.sql"),
    include_str!("../../../../migrations/0005_imports.sql"),
    include_str!("../../../../migrations/0006_hearing_day.sql"),
    include_str!("../../../../migrations/0007_clock.sql"),
    include_str!("../../../../migrations/0008_papers.sql"),
    include_str!("../../../../migrations/0009_import_officers.sql"),
    include_str!("../../../../migrations/0010_trust.sql"),
    include_str!("../../../../migrations/0011_list_orders.sql"),
    include_str!("../../../../migrations/0012_derived_with.sql"),
    include_str!("../../../../migrations/0013_own_checks.sql"),
    include_str!("../../../../migrations/0014_sealed.sql"),
    include_str!("../../../../migrations/0015_import_hearings.sql"),
    include_str!("../../../../migrations/0016_import_supposed.sql"),
    include_str!("../../../../migrations/0017_act_kinds.sql"),
    include_str!("../../../../migrations/0018_packed_changesets.sql"),
    include_str!("../../../../migrations/0019_cases_of_entry.sql"),
];

/// The number of the newest migration this program knows.
pub fn newest_schema() -> u32 {
    u32::try_from(MIGRATIONS.len()).unwrap_or(u32::MAX)
}

/// The schema of an open file; 0 is an empty one.
pub(super) fn schema_of(connection: &Connection) -> Result<u32> {
    Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Brings the file to the newest schema, each step in a transaction of its own. `set_aside` copies the file before the
/// first step that changes one with rows in it.
pub(super) fn migrate(connection: &mut Connection, set_aside: impl FnOnce(u32) -> Result<()>) -> Result<()> {
    let found = schema_of(connection)?;
    let newest = newest_schema();
    if found > newest {
        return Err(refusal!("record_newer_than_program", found = found, known = newest));
    }
    if found == newest {
        return Ok(());
    }
    if found > 0 {
        set_aside(found + 1)?;
    }
    for (step, sql) in (1..).zip(MIGRATIONS).skip(found as usize) {
        let step: u32 = step;
        let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        transaction.execute_batch(sql)?;
        transaction.pragma_update(None, "user_version", step)?;
        transaction.commit()?;
    }
    Ok(())
}
