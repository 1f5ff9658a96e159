//! The history of one field, from the journal's changesets.

use anjuan_law::Day;
use serde::Serialize;

use crate::{CaseId, EntryId, Reading, Result, record::changes_of};

/// One change of one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct FieldChanged {
    /// The journal entry.
    pub entry: EntryId,
    /// The instant, UTC.
    pub at: String,
    /// The day of the office.
    pub day: Day,
    /// Who.
    pub person: String,
    /// Which action (words: `action_<action>`).
    pub action: String,
    /// Why.
    pub reason: String,
    /// Before; none where the row was not there yet.
    pub before: Option<String>,
    /// After; none where the row was taken away.
    pub after: Option<String>,
}

/// How a field of a row of a case came to be what it is, newest first.
pub fn of_field(reading: &Reading<'_>, case: CaseId, table: &str, key: &str, field: &str) -> Result<Vec<FieldChanged>> {
    let mut history = Vec::new();
    for entry in reading.entries_of(case, None, u32::MAX)? {
        for row in changes_of(reading, &entry.changeset)? {
            // One entry may tell of many cases: of a ledger that was imported.
            if row.table != table || row.key != key || row.case != Some(case) {
                continue;
            }
            for change in row.fields.into_iter().filter(|change| change.field == field) {
                history.push(FieldChanged {
                    entry: entry.entry,
                    at: entry.at.clone(),
                    day: entry.day,
                    person: entry.person.clone(),
                    action: entry.action.clone(),
                    reason: entry.reason.clone(),
                    before: change.before,
                    after: change.after,
                });
            }
        }
    }
    Ok(history)
}
