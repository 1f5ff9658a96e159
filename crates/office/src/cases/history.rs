//! The history of one field, from the journal's changesets.

use anjuan_law::Day;
use serde::Serialize;

use crate::{CaseId, EntryId, Reading, Result, record::changes_among};

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
    reading.newest_entries(Some(case), None, u32::MAX, |entry| {
        let rows = changes_among(reading, &entry.changeset, Some(case), usize::MAX)?;
        for row in rows.into_iter().filter(|row| row.table == table && row.key == key) {
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
        Ok(())
    })?;
    Ok(history)
}
