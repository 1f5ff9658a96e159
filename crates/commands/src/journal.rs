//! The history in words, and taking an entry back.

use anjuan_law::Day;
use anjuan_office::{
    CaseId, Changed, EntryId, Reading, Result, Right,
    record::{Entry, RowChange, changes_of},
};
use serde::{Deserialize, Serialize};

use crate::{Seat, eyes::Eyes};

/// Which part of the history.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct JournalAsk {
    /// Only entries that touched this case.
    #[serde(default)]
    pub case: Option<CaseId>,
    /// Only entries before this one.
    #[serde(default)]
    pub before: Option<EntryId>,
    /// At most so many; 50 when absent.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// A page of the history.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct JournalPage {
    /// The entries, newest first.
    pub entries: Vec<JournalEntry>,
    /// Ask again with `before` set to this for more.
    pub next: Option<EntryId>,
}

/// One entry in readable form.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct JournalEntry {
    /// Its number.
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
    /// The entry that this one takes back.
    pub undoes: Option<EntryId>,
    /// What it did does not stand any more; where it takes back itself, a later one turned that over.
    pub undone: bool,
    /// The rows that changed; of other cases none when one case is asked about.
    pub changes: Vec<Change>,
}

/// One row that changed.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct Change {
    /// The record table (words: `table_<table>`).
    pub table: String,
    /// The row's key.
    pub key: String,
    /// `insert`, `update` or `delete`.
    pub kind: String,
    /// The case it belongs to.
    pub case: Option<CaseId>,
    /// The fields (words: `column_<field>`).
    pub fields: Vec<Field>,
}

/// One field before and after, as text.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct Field {
    /// The field.
    pub field: String,
    /// Before.
    pub before: Option<String>,
    /// After.
    pub after: Option<String>,
}

/// More rows than this are counted, not listed.
const MOST_CHANGES: usize = 500;

/// The history in words, newest first.
pub fn journal_list(seat: &Seat<'_>, ask: JournalAsk) -> Result<JournalPage> {
    seat.need(if ask.case.is_some() { Right::Read } else { Right::Audit })?;
    let limit = ask.limit.unwrap_or(50).clamp(1, 500);
    seat.office().read(|reading| {
        let found = match ask.case {
            Some(case) => reading.entries_of(case, ask.before, limit)?,
            None => reading.entries(ask.before, limit)?,
        };
        let next = if found.len() == limit as usize { found.last().map(|entry| entry.entry) } else { None };
        let mut eyes = Eyes::of(seat, reading)?;
        let mut entries = Vec::with_capacity(found.len());
        for entry in found {
            let mut entry = in_words(reading, entry, ask.case)?;
            limit_to(&mut eyes, reading, &mut entry)?;
            entries.push(entry);
        }
        Ok(JournalPage { entries, next })
    })
}

/// Leaves in an entry what may be told: to who sees no case that one was touched, and not what was said of it.
fn limit_to(eyes: &mut Eyes<'_, '_>, reading: &Reading<'_>, entry: &mut JournalEntry) -> Result<()> {
    let of_case = !reading.cases_of_entry(entry.entry)?.is_empty();
    if !eyes.blind {
        eyes.mask(&mut entry.reason, entry.entry)?;
    } else if eyes.withhold(entry.entry, &entry.action, of_case)? {
        entry.reason.clear();
    }
    let blind = eyes.blind;
    let kept_back = |change: &&mut Change| (blind && change.case.is_some()) || !eyes.sees_rows_of(&change.table);
    for change in entry.changes.iter_mut().filter(kept_back) {
        change.fields.clear();
        // Keys of several parts are made of what stands in the row.
        if change.key.contains('/') {
            change.key.clear();
        }
    }
    Ok(())
}

fn in_words(reading: &Reading<'_>, entry: Entry, case: Option<CaseId>) -> Result<JournalEntry> {
    let turns = reading.turns(entry.entry)?;
    let undone = turns.is_some_and(|turns| match entry.entry == turns.root {
        true => !turns.stands,
        false => entry.entry != turns.tip,
    });
    let changes = changes_of(reading, &entry.changeset)?
        .into_iter()
        .filter(|row| case.is_none() || row.case == case)
        .take(MOST_CHANGES)
        .map(Change::from)
        .collect();
    Ok(JournalEntry {
        entry: entry.entry,
        at: entry.at,
        day: entry.day,
        person: entry.person,
        action: entry.action,
        reason: entry.reason,
        undoes: entry.undoes,
        undone,
        changes,
    })
}

impl From<RowChange> for Change {
    fn from(row: RowChange) -> Self {
        Self {
            table: row.table,
            key: row.key,
            kind: row.kind.to_owned(),
            case: row.case,
            fields: row
                .fields
                .into_iter()
                .map(|field| Field { field: field.field, before: field.before, after: field.after })
                .collect(),
        }
    }
}

/// An entry to take back.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct EntryUndo {
    /// Which.
    pub entry: EntryId,
    /// Why.
    pub reason: String,
}

/// Does again what was taken back.
pub fn entry_redo(seat: &Seat<'_>, ask: EntryUndo) -> Result<Changed> {
    Ok(seat.redo(ask.entry, &ask.reason)?.changed)
}

/// Takes an entry back by a new one.
pub fn entry_undo(seat: &Seat<'_>, ask: EntryUndo) -> Result<Changed> {
    Ok(seat.undo(ask.entry, &ask.reason)?.changed)
}
