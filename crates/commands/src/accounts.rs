//! People, departments, absences and declared conflicts.

use anjuan_law::Day;
use anjuan_office::{
    AbsenceId, AccountId, Action, Changed, Result,
    accounts::{self, Absence, Account, AccountEntry, Department, DepartmentEntry},
    keeping,
};
use serde::Deserialize;
use serde_json::json;

use crate::{Seat, list::Nothing, secrets};

/// An account to enter or change.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct AccountSave {
    /// What is said of the person.
    pub account: AccountEntry,
    /// A new passphrase; without one the person can't sign in yet, or keeps the one there is.
    #[serde(default)]
    pub passphrase: Option<String>,
}

/// Days on which somebody takes no new cases.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct AbsenceSave {
    /// Who.
    pub account: AccountId,
    /// From.
    pub from: Day,
    /// To, that day included.
    pub to: Day,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

/// Somebody.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct AbsencesAsk {
    /// Who.
    pub account: AccountId,
}

/// An absence that is over.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct AbsenceEnd {
    /// Which.
    pub absence: AbsenceId,
}

/// What somebody declares.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct ConflictDeclare {
    /// Who.
    pub account: AccountId,
    /// `person`, `unit` or `case`.
    pub kind: String,
    /// The name or number.
    pub value: String,
    /// The ground (vocabulary: `recusal_ground`).
    pub ground: String,
}

/// The people of the office.
pub fn account_list(seat: &Seat<'_>, _: Nothing) -> Result<Vec<Account>> {
    seat.office().read(accounts::list)
}

/// The departments.
pub fn department_list(seat: &Seat<'_>, _: Nothing) -> Result<Vec<Department>> {
    seat.office().read(accounts::departments)
}

/// Enters or changes a department.
pub fn department_save(seat: &Seat<'_>, ask: DepartmentEntry) -> Result<Changed> {
    let detail = json!({ "department": ask.name, "ended": ask.ended });
    Ok(seat.act(Action::AccountSave, "", detail, |work| accounts::save_department(work, &ask))?.changed)
}

/// Enters or changes an account, and its passphrase if one is given.
pub fn account_save(seat: &Seat<'_>, ask: AccountSave) -> Result<Changed> {
    secrets::refuse_alone(seat, &ask.account, ask.passphrase.is_some())?;
    if let Some(passphrase) = &ask.passphrase {
        let strict = seat.office().read(keeping::strictness)?;
        accounts::passphrase::check(passphrase, &ask.account.login, strict.passphrases)?;
    }
    let before = secrets::login_before(seat, ask.account.id)?;
    secrets::refuse_lost_passphrase(seat, before.as_deref(), &ask.account.login, ask.passphrase.is_some())?;
    let detail =
        json!({ "login": ask.account.login, "post": ask.account.post, "passphrase": ask.passphrase.is_some() });
    let done = seat.act(Action::AccountSave, "", detail.clone(), |work| accounts::save(work, &ask.account))?;
    if ask.passphrase.is_some() && done.changed.entry.is_none() {
        // Nothing of the account changed, but somebody can now sign in by another passphrase.
        seat.log(Action::AccountSave, "", detail)?;
    }
    secrets::keys_follow(seat, before.as_deref(), &ask.account, ask.passphrase.as_deref())?;
    Ok(done.changed)
}

/// Enters an absence.
pub fn absence_save(seat: &Seat<'_>, ask: AbsenceSave) -> Result<Changed> {
    let detail = json!({ "account": ask.account, "from": ask.from, "to": ask.to });
    let done = seat.act(Action::AccountSave, &ask.reason, detail, |work| {
        accounts::add_absence(work, ask.account, ask.from, ask.to, &ask.reason)
    })?;
    Ok(done.changed)
}

/// The absences of somebody that last today or are to come.
pub fn absence_list(seat: &Seat<'_>, ask: AbsencesAsk) -> Result<Vec<Absence>> {
    seat.office().read(|reading| accounts::absences(reading, ask.account, seat.day))
}

/// Ends an absence: somebody is back today.
pub fn absence_end(seat: &Seat<'_>, ask: AbsenceEnd) -> Result<Changed> {
    let detail = json!({ "absence": ask.absence });
    let done = seat.act(Action::AccountSave, "", detail, |work| accounts::end_absence(work, ask.absence))?;
    Ok(done.changed)
}

/// Enters a declared conflict.
pub fn conflict_declare(seat: &Seat<'_>, ask: ConflictDeclare) -> Result<Changed> {
    let detail = json!({ "account": ask.account, "kind": ask.kind });
    let done = seat.act(Action::AccountSave, "", detail, |work| {
        accounts::declare_conflict(work, ask.account, &ask.kind, &ask.value, &ask.ground)
    })?;
    Ok(done.changed)
}
