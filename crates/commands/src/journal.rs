//! The history in words, and taking an entry back.

use anjuan_law::Day;
use anjuan_office::{
    CaseId, Changed, EntryId, Reading, Result, Right,
    record::{Entry, RowChange, changes_among},
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
    /// At most so many rows that changed are told of each entry; 500 when absent, and never more.
    #[serde(default)]
    pub rows: Option<usize>,
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
    /// The one case that it touched; none where there are several, or none.
    pub case: Option<CaseId>,
    /// The first of the rows that changed; of other cases none when one case is asked about.
    pub changes: Vec<Change>,
    /// More rows changed than are told.
    pub more: bool,
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

/// No more rows than this are told of an entry.
const MOST_CHANGES: usize = 500;

/// The history in words, newest first.
pub fn journal_list(seat: &Seat<'_>, ask: JournalAsk) -> Result<JournalPage> {
    seat.need(if ask.case.is_some() { Right::Read } else { Right::Audit })?;
    let limit = ask.limit.unwrap_or(50).clamp(1, 500);
    seat.office().read(|reading| {
        let mut eyes = Eyes::of(seat, reading)?;
        let (mut entries, mut oldest) = (Vec::new(), None);
        reading.newest_entries(ask.case, ask.before, limit, |entry| {
            oldest = Some(entry.entry);
            let mut entry = in_words(reading, entry, ask.case, ask.rows.unwrap_or(MOST_CHANGES).min(MOST_CHANGES))?;
            limit_to(&mut eyes, reading, &mut entry)?;
            entries.push(entry);
            Ok(())
        })?;
        let next = if entries.len() == limit as usize { oldest } else { None };
        Ok(JournalPage { entries, next })
    })
}

/// Leaves in an entry what may be told: to who sees no case that one was touched, and not what was said of it.
fn limit_to(eyes: &mut Eyes<'_, '_>, reading: &Reading<'_>, entry: &mut JournalEntry) -> Result<()> {
    if !eyes.blind {
        eyes.mask(&mut entry.reason, entry.entry)?;
    } else if eyes.withhold(entry.entry, &entry.action, !reading.cases_of_entry(entry.entry)?.is_empty())? {
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

fn in_words(reading: &Reading<'_>, entry: Entry, case: Option<CaseId>, most: usize) -> Result<JournalEntry> {
    let turns = reading.turns(entry.entry)?;
    let undone = turns.is_some_and(|turns| match entry.entry == turns.root {
        true => !turns.stands,
        false => entry.entry != turns.tip,
    });
    let mut rows = changes_among(reading, &entry.changeset, case, most + 1)?;
    let more = rows.len() > most;
    rows.truncate(most);
    Ok(JournalEntry {
        entry: entry.entry,
        at: entry.at,
        day: entry.day,
        person: entry.person,
        action: entry.action,
        reason: entry.reason,
        undoes: entry.undoes,
        undone,
        case: reading.only_case_of_entry(entry.entry)?,
        changes: rows.into_iter().map(Change::from).collect(),
        more,
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
