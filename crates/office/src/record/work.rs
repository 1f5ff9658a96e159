//! One transaction: the record is written, the journal entry made, what follows is derived again, all or nothing.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeSet,
    ops::Deref,
};

use anjuan_law::Day;
use rusqlite::{Params, TransactionBehavior, session::Session};

use super::{EntryDraft, Reading, Record, changes, journal, packed::Packing, tables};
use crate::{Actor, CaseId, EntryId, Result, refusal};

/// The writing side of one action. It reads like any [`Reading`] and sees its own writes.
pub struct Work<'t> {
    reading: Reading<'t>,
    /// In whose name.
    pub by: &'t Actor,
    /// The day of the office.
    pub day: Day,
    cases: RefCell<BTreeSet<CaseId>>,
    derived_by_hand: Cell<bool>,
}

impl<'t> Deref for Work<'t> {
    type Target = Reading<'t>;
    fn deref(&self) -> &Self::Target {
        &self.reading
    }
}

impl<'t> Work<'t> {
    /// A writing side over a reading one that this module opened for itself: no journal, no session.
    pub(super) fn new(reading: Reading<'t>, by: &'t Actor, day: Day) -> Self {
        Self { reading, by, day, cases: RefCell::default(), derived_by_hand: Cell::new(false) }
    }
}

impl Work<'_> {
    /// Writes and says how many rows changed.
    pub fn write(&self, sql: &str, params: impl Params) -> Result<usize> {
        Ok(self.connection().prepare_cached(sql)?.execute(params)?)
    }

    /// Inserts one row and gives its id.
    pub fn insert(&self, sql: &str, params: impl Params) -> Result<i64> {
        Ok(self.connection().prepare_cached(sql)?.insert(params)?)
    }

    /// Does one part of an action, which leaves nothing behind where it is refused while the rest goes on. An error of this
    /// itself is no refusal of the part: nothing of the action can go on.
    pub fn attempt<T>(&self, part: impl FnOnce() -> Result<T>) -> Result<Result<T>> {
        self.write("SAVEPOINT attempt", [])?;
        let done = part();
        match &done {
            Err(refused) if refused.is_beyond_asked() => return Err(refused.clone()),
            Err(_) => drop(self.write("ROLLBACK TO attempt", [])?),
            Ok(_) => {}
        }
        self.write("RELEASE attempt", [])?;
        Ok(done)
    }

    /// Marks a case so that what follows from it is derived again although none of its own rows changed.
    pub fn touch(&self, case: CaseId) {
        self.cases.borrow_mut().insert(case);
    }

    /// The action derives all touched cases by itself, in bulk, before it returns (imports, samples).
    pub fn derives_by_hand(&self) {
        self.derived_by_hand.set(true);
    }
}

/// What a committed action left behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Committed {
    /// The journal entry; `None` when the action changed nothing, which leaves no trace.
    pub entry: Option<EntryId>,
    /// The cases it touched.
    pub cases: Vec<CaseId>,
    /// The record tables it changed.
    pub tables: Vec<String>,
}

impl Record {
    /// Runs one action. `derive` is called inside the transaction with the touched cases.
    pub fn transact<T>(
        &self,
        draft: &EntryDraft<'_>,
        act: impl FnOnce(&Work<'_>) -> Result<T>,
        derive: impl FnOnce(&Work<'_>, &BTreeSet<CaseId>) -> Result<()>,
    ) -> Result<(T, Committed)> {
        self.transact_entry(draft, act, derive, false)
    }

    /// Writes an entry that changes nothing: something was read, printed, sent out, refused or done to the keys.
    pub fn log(&self, draft: &EntryDraft<'_>) -> Result<EntryId> {
        let (_, committed) = self.transact_entry(draft, |_| Ok(()), |_, _| Ok(()), true)?;
        committed.entry.ok_or_else(|| refusal!("fault", detail = "no entry"))
    }

    fn transact_entry<T>(
        &self,
        draft: &EntryDraft<'_>,
        act: impl FnOnce(&Work<'_>) -> Result<T>,
        derive: impl FnOnce(&Work<'_>, &BTreeSet<CaseId>) -> Result<()>,
        always: bool,
    ) -> Result<(T, Committed)> {
        self.refuse_when_halted()?;
        let mut writer = self.writer();
        let done = self
            .in_one(&mut writer, draft, tables::RECORD_TABLES, act, derive, always)
            .map_err(|refusal| self.note(refusal))?;
        if done.1.entry.is_some() {
            self.copy_second(&Reading::new(&writer));
        }
        Ok(done)
    }

    /// One transaction with its entry; `journalled` names the tables whose changes the entry carries.
    pub(super) fn in_one<T>(
        &self,
        writer: &mut rusqlite::Connection,
        draft: &EntryDraft<'_>,
        journalled: &'static [&'static str],
        act: impl FnOnce(&Work<'_>) -> Result<T>,
        derive: impl FnOnce(&Work<'_>, &BTreeSet<CaseId>) -> Result<()>,
        always: bool,
    ) -> Result<(T, Committed)> {
        let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut session = Session::new(&transaction)?;
        session.table_filter(Some(move |table: &str| journalled.contains(&table)));
        session.attach(None::<&str>)?;

        let work = Work::new(Reading::new(&transaction), draft.by, draft.day);
        let answer = act(&work)?;

        let mut packing = Packing::new();
        session.changeset_strm(&mut packing)?;
        let changeset = packing.finish()?;
        // What it kept of each row would stand beside the changeset; derived tables are not noted anyway.
        drop(session);
        let touched = changes::touched(&transaction, &changeset)?;
        let mut cases = work.cases.take();
        cases.extend(&touched.cases);
        if !work.derived_by_hand.get() {
            derive(&work, &cases)?;
        }
        let entry = match changeset.is_empty() && !always {
            true => None,
            false => {
                let station = self.station.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                Some(journal::append(&transaction, draft, changeset, &touched.cases, station.as_ref())?)
            }
        };
        transaction.commit()?;
        Ok((
            answer,
            Committed { entry, cases: cases.into_iter().collect(), tables: touched.tables.into_iter().collect() },
        ))
    }

    /// Writes to the desk (drafts, personal settings): no journal, no derivation, record tables refused.
    pub fn on_desk(&self, sql: &str, params: impl Params) -> Result<usize> {
        self.refuse_when_halted()?;
        let writer = self.writer();
        let mut statement = writer.prepare_cached(sql)?;
        let written = statement.execute(params)?;
        Ok(written)
    }

    /// Does something as an action would and takes all of it back: the answer tells what would be. Nothing is kept, and
    /// nothing is journalled. The caller has asked whether the person may.
    pub fn rehearse<T>(&self, by: &Actor, day: Day, act: impl FnOnce(&Work<'_>) -> Result<T>) -> Result<T> {
        let mut writer = self.writer();
        let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let work = Work::new(Reading::new(&transaction), by, day);
        let answer = act(&work)?;
        transaction.rollback()?;
        Ok(answer)
    }

    /// Writes derived tables outside an action and keeps them.
    pub fn derive_all<T>(&self, by: &Actor, day: Day, derive: impl FnOnce(&Work<'_>) -> Result<T>) -> Result<T> {
        self.derive_aside(by, day, true, derive)
    }

    /// Writes derived tables to see what would stand there, and takes all of it back.
    pub fn derive_and_drop<T>(&self, by: &Actor, day: Day, derive: impl FnOnce(&Work<'_>) -> Result<T>) -> Result<T> {
        self.derive_aside(by, day, false, derive)
    }

    fn derive_aside<T>(
        &self,
        by: &Actor,
        day: Day,
        keep: bool,
        derive: impl FnOnce(&Work<'_>) -> Result<T>,
    ) -> Result<T> {
        let mut writer = self.writer();
        let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut session = Session::new(&transaction)?;
        session.table_filter(Some(|table: &str| tables::RECORD_TABLES.contains(&table)));
        session.attach(None::<&str>)?;
        let work = Work::new(Reading::new(&transaction), by, day);
        let answer = derive(&work)?;
        if !session.is_empty() {
            return Err(refusal!("fault", detail = "a derivation wrote to a record table"));
        }
        drop(session);
        if keep {
            transaction.commit()?;
        }
        Ok(answer)
    }
}
