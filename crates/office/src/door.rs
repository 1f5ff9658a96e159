//! The one door: every change of every face of the program goes through [`Office::act`].

use std::collections::BTreeMap;

use anjuan_law::Day;
use serde::{Deserialize, Serialize};

use crate::{
    Action, Actor, CaseId, EntryId, Reading, Result, Scope, Work,
    checks::{self, Renewed},
    derive,
    imports::Plans,
    lists::Lists,
    record::{EntryDraft, Leaving, RECORD_TABLES, Record},
    refusal,
    search::Search,
};

/// An open office.
pub struct Office {
    record: Record,
    search: Search,
    lists: Lists,
    plans: Plans,
    workstation: String,
}

/// When, by whom and why something is asked.
#[derive(Clone)]
pub struct Ask<'a> {
    /// In whose name.
    pub by: &'a Actor,
    /// The day of the office.
    pub day: Day,
    /// The instant, UTC, RFC 3339.
    pub at: &'a str,
    /// Why, in the person's words; may be empty where the action does not ask for it.
    pub reason: &'a str,
    /// What was asked, in brief, for the journal.
    pub detail: serde_json::Value,
}

/// What an action gives back.
#[derive(Debug, Clone)]
pub struct Done<T> {
    /// The action's own answer.
    pub answer: T,
    /// What it changed.
    pub changed: Changed,
}

/// What changed, as the event tells it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Changed {
    /// The journal entry; none when nothing changed.
    pub entry: Option<EntryId>,
    /// The cases touched.
    pub cases: Vec<CaseId>,
    /// The record tables changed.
    pub tables: Vec<String>,
}

impl Office {
    /// An office over an open record.
    pub fn new(record: Record, workstation: impl Into<String>) -> Self {
        Self {
            record,
            search: Search::default(),
            lists: Lists::default(),
            plans: Plans::default(),
            workstation: workstation.into(),
        }
    }

    /// Runs a query.
    pub fn read<T>(&self, query: impl FnOnce(&Reading<'_>) -> Result<T>) -> Result<T> {
        self.record.read(query)
    }

    /// What can be found.
    pub fn search(&self) -> &Search {
        &self.search
    }

    /// The lists that are open.
    pub fn lists(&self) -> &Lists {
        &self.lists
    }

    /// Dry runs of imports that somebody is looking at.
    pub fn plans(&self) -> &Plans {
        &self.plans
    }

    /// The record itself, for keeping it: verification, desk, backup.
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// Does one thing: permission, lawfulness and writing (in `act`), journal, derivation, all or nothing.
    pub fn act<T>(&self, action: Action, ask: &Ask<'_>, act: impl FnOnce(&Work<'_>) -> Result<T>) -> Result<Done<T>> {
        self.act_undoing(action, ask, None, act)
    }

    /// Takes an entry back by a new one. One may take back what one did oneself; who holds the right for the whole
    /// office, anything.
    pub fn undo(&self, entry: EntryId, ask: &Ask<'_>) -> Result<Done<()>> {
        if ask.reason.trim().is_empty() {
            return Err(refusal!("reason_missing").at("reason"));
        }
        self.act_undoing(Action::Undo, ask, Some(entry), |work| {
            let taken = work.entry(entry)?.ok_or_else(|| refusal!("entry_unknown", entry = entry))?;
            let own = taken.account == ask.by.account.map(crate::AccountId::get);
            // What one may not do one may not take back either.
            let right = Action::of(&taken.action).map_or(crate::Right::Found, Action::right);
            if ask.by.reach(right) == Scope::Nothing {
                return Err(refusal!("no_right", action = taken.action, post = ask.by.post.code()));
            }
            if !own && ask.by.reach(crate::Right::Undo) < Scope::Office {
                return Err(refusal!("undo_not_own", entry = entry, person = taken.person));
            }
            let before = crate::deadlines::counting(work)?;
            work.take_back(entry)?;
            let moved = crate::deadlines::moved(work, &before)?;
            moved.into_iter().for_each(|case| work.touch(case));
            Ok(())
        })
    }

    /// Writes down something that changes nothing: a sign-in, a refusal, an export, a print, a backup.
    pub fn log(&self, action: Action, ask: &Ask<'_>) -> Result<EntryId> {
        self.record.log(&self.draft(action, ask, None)?)
    }

    /// The machine's name, as entries carry it.
    pub fn workstation(&self) -> &str {
        &self.workstation
    }

    /// Lets a case leave the record for where `keep` has put it safe; see [`crate::sealed`].
    pub(crate) fn let_leave(
        &self,
        action: Action,
        ask: &Ask<'_>,
        case: CaseId,
        keep: impl FnOnce(&Work<'_>, &Leaving) -> Result<()>,
    ) -> Result<Changed> {
        let draft = self.draft(action, ask, None)?;
        let keep = |work: &Work<'_>, leaving: &Leaving| {
            // Findings of others may stand because of it; once it has left nothing tells which.
            checks::neighbours(work, case)?.into_iter().for_each(|near| work.touch(near));
            keep(work, leaving)
        };
        let ((), committed) = self.record.let_leave(&draft, case, keep, derive::cases)?;
        self.search.renew(&self.record, &committed.cases);
        Ok(Changed { entry: committed.entry, cases: committed.cases, tables: everything_of_cases() })
    }

    /// Says what a rebuild would change, and changes nothing.
    pub fn compare_derived(&self, ask: &Ask<'_>) -> Result<Vec<derive::Difference>> {
        derive::compare(&self.record, ask.by, ask.day)
    }

    /// Derives everything anew and says what stood differently.
    pub fn rebuild(&self, ask: &Ask<'_>) -> Result<Vec<derive::Difference>> {
        let differences = derive::rebuild(&self.record, ask.by, ask.day)?;
        self.lists.forget();
        Ok(differences)
    }

    /// Runs the checks on every case, see [`crate::checks::run`].
    pub fn check_all(
        &self,
        by: &Actor,
        day: Day,
        progress: impl FnMut(u64, u64) -> Result<()>,
    ) -> Result<BTreeMap<String, Renewed>> {
        let renewed = checks::run(&self.record, by, day, progress);
        self.lists.forget();
        renewed
    }

    fn act_undoing<T>(
        &self,
        action: Action,
        ask: &Ask<'_>,
        undoes: Option<EntryId>,
        act: impl FnOnce(&Work<'_>) -> Result<T>,
    ) -> Result<Done<T>> {
        let draft = self.draft(action, ask, undoes)?;
        let (answer, committed) = self.record.transact(&draft, act, derive::cases)?;
        self.search.renew(&self.record, &committed.cases);
        Ok(Done {
            answer,
            changed: Changed { entry: committed.entry, cases: committed.cases, tables: committed.tables },
        })
    }

    /// The entry that an action is to leave, where the person may do it at all.
    fn draft<'a>(&'a self, action: Action, ask: &'a Ask<'_>, undoes: Option<EntryId>) -> Result<EntryDraft<'a>> {
        if ask.by.reach(action.right()) == Scope::Nothing {
            return Err(refusal!("no_right", action = action.name(), post = ask.by.post.code()));
        }
        Ok(EntryDraft {
            action,
            by: ask.by,
            day: ask.day,
            at: ask.at,
            workstation: &self.workstation,
            reason: ask.reason,
            detail: ask.detail.clone(),
            undoes,
        })
    }
}

/// What a window is to ask again when a case has left: all of it.
fn everything_of_cases() -> Vec<String> {
    RECORD_TABLES.iter().map(|table| (*table).to_owned()).collect()
}
