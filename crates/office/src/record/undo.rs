//! Taking an entry back: its changeset inverted, applied as a new action.
//!
//! It applies whole or not at all. Where a later entry changed the same rows, or other rows came to depend on them,
//! it is refused and the entries in the way are named; a row is never forced.

use std::{
    collections::BTreeSet,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use rusqlite::session::{ConflictAction, ConflictType};

use super::{Work, changes, changes_of};
use crate::{EntryId, Result, refusal};

impl Work<'_> {
    /// Applies the inverse of `entry`'s changes. The caller journals the action as one that undoes it.
    pub fn take_back(&self, entry: EntryId) -> Result<()> {
        let taken = self.entry(entry)?.ok_or_else(|| refusal!("entry_unknown", entry = entry))?;
        if taken.action == crate::Action::OfficeFound.name() {
            return Err(refusal!("undo_not_for_founding"));
        }
        let lasting = [
            crate::Action::WorkstationKnow,
            crate::Action::AdministratorsSeparate,
            crate::Action::AccountDecide,
            crate::Action::CaseUnseal,
        ];
        if lasting.iter().any(|action| action.name() == taken.action) {
            return Err(refusal!("undo_not_for_this", entry = entry));
        }
        if taken.changeset.is_empty() {
            return Err(refusal!("undo_nothing", entry = entry));
        }
        let by: Option<EntryId> =
            self.maybe("SELECT entry FROM journal WHERE undoes = ?1", [entry], |row| row.get(0))?;
        if let Some(by) = by {
            return Err(refusal!("undo_done_already", entry = entry, by = by));
        }
        let mut inverted = Vec::new();
        rusqlite::session::invert_strm(&mut taken.changeset.as_slice(), &mut inverted)?;

        let hindered = Arc::new(AtomicBool::new(false));
        let seen = Arc::clone(&hindered);
        let applied = self.connection().apply_strm(
            &mut inverted.as_slice(),
            None::<fn(&str) -> bool>,
            move |_: ConflictType, _| {
                seen.store(true, Ordering::Relaxed);
                ConflictAction::SQLITE_CHANGESET_ABORT
            },
        );
        if hindered.load(Ordering::Relaxed) {
            let later = self.later_on_same_rows(entry, &taken.changeset)?;
            return Err(refusal!("undo_later_entries", entry = entry, later = later));
        }
        Ok(applied?)
    }

    /// The entries after `entry` that changed rows of the same cases and keys, as `12, 15`.
    fn later_on_same_rows(&self, entry: EntryId, changeset: &[u8]) -> Result<String> {
        let keys = |changeset: &[u8]| -> Result<BTreeSet<(String, String)>> {
            Ok(changes_of(self, changeset)?.into_iter().map(|row| (row.table, row.key)).collect())
        };
        let mine = keys(changeset)?;
        let cases = changes::touched(self.connection(), changeset)?.cases;
        let mut later = BTreeSet::new();
        for other in self.entries(None, u32::MAX)?.into_iter().take_while(|other| other.entry > entry) {
            let touches_case =
                changes::touched(self.connection(), &other.changeset)?.cases.intersection(&cases).next().is_some();
            if touches_case || !keys(&other.changeset)?.is_disjoint(&mine) {
                later.insert(other.entry);
            }
        }
        Ok(later.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
    }
}
