//! Taking an entry back, and doing it again: its changeset inverted, applied as a new action.
//!
//! It applies whole or not at all. Where a later entry changed the same rows, or other rows came to depend on them, it is
//! refused and the entries in the way are named; a row is never forced. An entry is taken back by a second one, that by a third,
//! and so on: each turns over the one before, and whether the first stands is told by how many there are.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::ControlFlow,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use rusqlite::session::{ConflictAction, ConflictType};

use super::{
    Entry, Reading, RowChange, Work,
    changes::{each_change, touched},
    packed::{Unpacking, inverted},
};
use crate::{Action, EntryId, Result, refusal};

/// An entry with all that took it back or did it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turns {
    /// The entry itself.
    pub root: EntryId,
    /// The newest of them.
    pub tip: EntryId,
    /// What the entry did stands.
    pub stands: bool,
}

/// Entries that say what lasts: nobody takes them back.
const LASTING: [Action; 4] =
    [Action::WorkstationKnow, Action::AdministratorsSeparate, Action::AccountDecide, Action::CaseUnseal];

impl Reading<'_> {
    /// How an entry stands. Asked of one that takes back, it tells of the one that is taken back.
    pub fn turns(&self, entry: EntryId) -> Result<Option<Turns>> {
        self.maybe(include_str!("chain.sql"), [entry], |row| {
            Ok(Turns { root: row.get("root")?, tip: row.get("tip")?, stands: row.get::<_, i64>("step")? % 2 == 0 })
        })
    }
}

impl Work<'_> {
    /// Turns an entry over: what it did is taken back, or what was taken back is done again. The caller journals it as an
    /// action that undoes `turns.tip`.
    pub fn turn_over(&self, turns: Turns) -> Result<()> {
        let unknown = || refusal!("entry_unknown", entry = turns.root);
        let root = self.entry(turns.root)?.ok_or_else(unknown)?;
        if root.action == Action::OfficeFound.name() {
            return Err(refusal!("undo_not_for_founding"));
        }
        if LASTING.iter().any(|action| action.name() == root.action) {
            return Err(refusal!("undo_not_for_this", entry = turns.root));
        }
        let tip = self.entry(turns.tip)?.ok_or_else(unknown)?;
        if tip.changeset.is_empty() {
            return Err(refusal!("undo_nothing", entry = turns.root));
        }
        let inverted = inverted(&tip.changeset)?;

        let hindered = Arc::new(AtomicBool::new(false));
        let seen = Arc::clone(&hindered);
        let applied = self.connection().apply_strm(
            &mut Unpacking::of(&inverted),
            None::<fn(&str) -> bool>,
            move |_: ConflictType, _| {
                seen.store(true, Ordering::Relaxed);
                ConflictAction::SQLITE_CHANGESET_ABORT
            },
        );
        if hindered.load(Ordering::Relaxed) {
            return Err(refusal!("undo_later_entries", entry = turns.root, later = in_the_way(self, &tip)?));
        }
        Ok(applied?)
    }
}

/// The entries after `taken` that stand in the way, as `12, 15`: they changed the same rows, made rows that rest on them, or took
/// away what they rest on. Where none is found by that, those that touched the same cases.
fn in_the_way(reading: &Reading<'_>, taken: &Entry) -> Result<String> {
    let mine = Rows::of(reading, &taken.changeset)?;
    let cases = touched(reading.connection(), &taken.changeset)?.cases;
    let (mut rows, mut touching) = (BTreeSet::new(), BTreeSet::new());
    reading.each("SELECT * FROM journal WHERE entry > ?1 ORDER BY entry", [taken.entry], |row| {
        let other = Entry::from_row(row)?;
        if let Some(turns) = reading.turns(other.entry)?
            && turns.root > taken.entry
            && (!turns.stands || other.entry != turns.root)
        {
            // It was taken back itself, or only took such a one back.
            return Ok(());
        }
        let theirs = Rows::of(reading, &other.changeset)?;
        if !theirs.own.is_disjoint(&mine.own)
            || !theirs.named.is_disjoint(&mine.own)
            || !mine.named.is_disjoint(&theirs.own)
        {
            rows.insert(other.entry);
        }
        let touched = touched(reading.connection(), &other.changeset)?.cases;
        if touched.intersection(&cases).next().is_some() {
            touching.insert(other.entry);
        }
        Ok(())
    })?;
    let found = if rows.is_empty() { touching } else { rows };
    Ok(found.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
}

/// Rows by table and key: those that a changeset changed, and those to which they refer.
#[derive(Default)]
struct Rows {
    own: BTreeSet<(String, String)>,
    named: BTreeSet<(String, String)>,
}

impl Rows {
    fn of(reading: &Reading<'_>, changeset: &[u8]) -> Result<Self> {
        let mut rows = Self::default();
        let mut references = BTreeMap::new();
        each_change(reading, changeset, None, |RowChange { table, key, fields, .. }| {
            if !references.contains_key(&table) {
                references.insert(table.clone(), reading.parents_of(&table)?);
            }
            for (column, other) in references.get(&table).into_iter().flatten() {
                let field = fields.iter().filter(|field| field.field == *column);
                let values = field.flat_map(|field| [&field.before, &field.after]).flatten();
                rows.named.extend(values.map(|value| (other.clone(), value.clone())));
            }
            rows.own.insert((table, key));
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(rows)
    }
}
