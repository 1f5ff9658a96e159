//! The one door: every change of every face of the program goes through [`Office::act`].

use std::collections::BTreeMap;

use anjuan_law::Day;
use serde::{Deserialize, Serialize};

use crate::{
    Action, Actor, CaseId, EntryId, Reading, Result, Right, Scope, Work, accounts,
    checks::{self, Renewed},
    derive,
    imports::Plans,
    lists::Lists,
    record::{EntryDraft, Leaving, RECORD_TABLES, Record, Turns},
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

    /// Takes an entry back by a new one, or does again what that one had taken back. One may turn over what one did oneself;
    /// who holds the right for the department or the whole office, what was done there.
    pub fn undo(&self, entry: EntryId, ask: &Ask<'_>) -> Result<Done<()>> {
        let turns = self.turns(entry)?;
        let newest = if entry == turns.root { turns.stands } else { entry == turns.tip };
        if !newest {
            return Err(refusal!("undo_done_already", entry = entry, by = turns.tip));
        }
        self.turn_over(turns, ask)
    }

    /// Does again what was taken back.
    pub fn redo(&self, entry: EntryId, ask: &Ask<'_>) -> Result<Done<()>> {
        let turns = self.turns(entry)?;
        if turns.stands {
            return Err(refusal!("redo_stands", entry = turns.root));
        }
        self.turn_over(turns, ask)
    }

    fn turns(&self, entry: EntryId) -> Result<Turns> {
        self.read(|reading| reading.turns(entry))?.ok_or_else(|| refusal!("entry_unknown", entry = entry))
    }

    fn turn_over(&self, turns: Turns, ask: &Ask<'_>) -> Result<Done<()>> {
        if ask.reason.trim().is_empty() {
            return Err(refusal!("reason_missing").at("reason"));
        }
        let action = if turns.stands { Action::Undo } else { Action::Redo };
        self.act_undoing(action, ask, Some(turns.tip), |work| {
            // Somebody may just have turned it over: what was looked at is looked at again where nobody else writes.
            if work.turns(turns.root)? != Some(turns) {
                return Err(refusal!("undo_done_already", entry = turns.root, by = turns.tip));
            }
            may_turn_over(work, turns)?;
            let before = crate::deadlines::counting(work)?;
            work.turn_over(turns)?;
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

/// What one may not do one may not take back either, nor do again; and not what others did beyond one's reach.
fn may_turn_over(work: &Work<'_>, turns: Turns) -> Result<()> {
    let entry = |entry: EntryId| work.entry(entry)?.ok_or_else(|| refusal!("entry_unknown", entry = entry));
    let (root, tip) = (entry(turns.root)?, entry(turns.tip)?);
    let right = Action::of(&root.action).map_or(Right::Found, Action::right);
    if work.by.reach(right) == Scope::Nothing {
        return Err(refusal!("no_right", action = root.action, post = work.by.post.code()));
    }
    // Cases that this brings back are not there to be asked about yet.
    let there = "SELECT case_id FROM journal_case JOIN case_file ON case_file.id = case_id WHERE entry = ?1";
    let cases: Vec<CaseId> = work.all(there, [turns.root], |row| row.get(0))?;
    for case in &cases {
        accounts::reach_case(work, work.by, right, *case)?;
    }
    let me = work.by.account.map(crate::AccountId::get);
    // Whoever did it, or turned it over last: what somebody else took back, that one does again.
    let own = tip.account == me || (turns.stands && root.account == me);
    let reached = match work.by.reach(Right::Undo) {
        Scope::Office => true,
        Scope::Department => {
            !cases.is_empty()
                && cases.iter().all(|case| accounts::reach_case(work, work.by, Right::Undo, *case).is_ok())
        }
        _ => false,
    };
    match own || reached {
        true => Ok(()),
        false => Err(refusal!("undo_not_own", entry = turns.root, person = tip.person)),
    }
}
