//! How strict the office is, the three administrators, and what two of them do together.

use anjuan_office::{
    AccountId, Action, Changed, Result, Right,
    accounts::{self, AccountEntry, AccountRequest, RequestKind},
    keeping,
    keeping::Strictness,
    record::{KeyFile, Record},
    refusal,
};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{Seat, keys, list::Nothing, room, sitting};

pub use crate::sitting::{Confirm, PassphraseChange, confirm, passphrase_change};

/// What one administrator asks another for.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct AccountAsk {
    /// What is asked for.
    pub kind: RequestKind,
    /// The account as it is to be; for a reset, as it is.
    pub account: AccountEntry,
}

/// The decision on it.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct AccountDecide {
    /// Which request.
    pub request: i64,
    /// Granted, or refused.
    pub grant: bool,
}

/// What was decided.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct AccountDecided {
    /// What it changed.
    pub changed: Changed,
    /// For whom a code was made.
    pub login: String,
    /// The code with which the person signs in once, to choose a passphrase. Shown this once.
    pub code: Option<String>,
}

/// How strict the office is.
pub fn strictness(seat: &Seat<'_>, _: Nothing) -> Result<Strictness> {
    seat.office().read(keeping::strictness)
}

/// Says how strict the office is.
pub fn strictness_set(seat: &Seat<'_>, strict: Strictness) -> Result<Changed> {
    seat.need(Right::Secure)?;
    let purpose = seat.purpose()?;
    let changed = seat
        .act(Action::StrictnessSet, &purpose, json!(strict), |work| keeping::set_strictness(work, &strict))?
        .changed;
    seat.lock_after(strict.idle_minutes);
    Ok(changed)
}

/// Hands over to the three administrators. Each of them must be able to sign in: there is no way back but by them.
pub fn administrators_separate(seat: &Seat<'_>, _: Nothing) -> Result<Changed> {
    seat.need(Right::Secure)?;
    let purpose = seat.purpose()?;
    let keys = KeyFile::load(&Record::key_file_in(&seat.host().folder()))?;
    let day = seat.day;
    let people = seat.office().read(accounts::list)?;
    for post in ["system_administrator", "security_administrator", "audit_administrator"] {
        let named = people.iter().any(|person| {
            person.post.code() == post
                && person.ended_on.is_none_or(|ended| ended >= day)
                && keys.logins().contains(&person.login.as_str())
        });
        if !named {
            return Err(refusal!("administrator_missing", post = post));
        }
    }
    Ok(seat.act(Action::AdministratorsSeparate, &purpose, json!({}), keeping::separate)?.changed)
}

/// Asks for an account, a change of one, or a new passphrase for somebody.
pub fn account_ask(seat: &Seat<'_>, ask: AccountAsk) -> Result<Changed> {
    seat.need(Right::Accounts)?;
    let detail = json!({ "login": ask.account.login, "post": ask.account.post, "kind": ask.kind });
    Ok(seat.act(Action::AccountAsk, "", detail, |work| accounts::ask(work, ask.kind, &ask.account))?.changed)
}

/// What was asked for and not decided.
pub fn account_requests(seat: &Seat<'_>, _: Nothing) -> Result<Vec<AccountRequest>> {
    if seat.need(Right::Accounts).is_err() {
        seat.need(Right::Grant)?;
    }
    seat.office().read(accounts::open_requests)
}

/// Grants or refuses what another administrator asked for. Who can't sign in yet, or no more, is given a code.
pub fn account_decide(seat: &Seat<'_>, ask: AccountDecide) -> Result<AccountDecided> {
    seat.need(Right::Grant)?;
    let purpose = seat.purpose()?;
    let detail = json!({ "request": ask.request, "grant": ask.grant });
    let done =
        seat.act(Action::AccountDecide, &purpose, detail, |work| accounts::decide(work, ask.request, ask.grant))?;
    let decided = done.answer;
    let mut keys = KeyFile::load(&Record::key_file_in(&seat.host().folder()))?;
    let known = keys.logins().contains(&decided.login.as_str());
    let leaves = decided.kind == RequestKind::Save && decided.account.ended_on.is_some_and(|ended| ended <= seat.day);
    let code = match ask.grant {
        true if leaves => {
            keys.remove(&seat.key(), &decided.login, seat.day)?;
            room::forget(seat, &decided.login)?;
            None
        }
        true if decided.kind == RequestKind::Reset || !known => {
            Some(keys.set_code(&seat.key(), &decided.login)?.to_string())
        }
        _ => None,
    };
    sitting::save_keys(seat, &keys)?;
    if leaves && known && ask.grant {
        keys::after_leaving(seat, &decided.login);
    }
    Ok(AccountDecided { changed: done.changed, login: decided.login, code })
}

/// Refuses what only two administrators may do together, once the office has handed over to them: who somebody is, which post
/// he holds, and a passphrase that somebody else would know.
pub(crate) fn refuse_alone(seat: &Seat<'_>, entry: &AccountEntry, passphrase: bool) -> Result<()> {
    if !seat.by().separated {
        return Ok(());
    }
    if passphrase {
        return Err(refusal!("passphrase_own_only").at("passphrase"));
    }
    let people = seat.office().read(accounts::list)?;
    let same = people.iter().any(|person| {
        Some(person.id) == entry.id
            && person.post == entry.post
            && person.login == entry.login.trim()
            && person.name == entry.name.trim()
            && person.department_id == entry.department_id
            && person.ended_on == entry.ended_on
    });
    if same { Ok(()) } else { Err(refusal!("account_needs_two").at("post")) }
}

/// What follows for the keys from a change of an account: a new passphrase, a new name to sign in with, the end of access.
pub(crate) fn keys_follow(
    seat: &Seat<'_>,
    before: Option<&str>,
    entry: &AccountEntry,
    passphrase: Option<&str>,
) -> Result<()> {
    let mut keys = KeyFile::load(&Record::key_file_in(&seat.host().folder()))?;
    let login = entry.login.trim();
    if let Some(before) = before.filter(|before| *before != login) {
        keys.remove(&seat.key(), before, seat.day)?;
        room::forget(seat, before)?;
    }
    if let Some(passphrase) = passphrase {
        let strict = seat.office().read(keeping::strictness)?;
        keys.set(&seat.key(), login, passphrase, sitting::cost(seat.host(), &strict))?;
        keys.chosen(login, seat.day);
    }
    let left = entry.ended_on.is_some_and(|ended| ended < seat.day) && keys.remove(&seat.key(), login, seat.day)?;
    sitting::save_keys(seat, &keys)?;
    if left {
        room::forget(seat, login)?;
        keys::after_leaving(seat, login);
    }
    Ok(())
}

/// The login that an account has now.
pub(crate) fn login_before(seat: &Seat<'_>, account: Option<AccountId>) -> Result<Option<String>> {
    seat.office().read(|reading| reading.maybe("SELECT login FROM account WHERE id = ?1", [account], |row| row.get(0)))
}

/// Refuses a new name to sign in with where the passphrase, which is bound to the old one, would be lost with it.
pub(crate) fn refuse_lost_passphrase(
    seat: &Seat<'_>,
    before: Option<&str>,
    login: &str,
    passphrase: bool,
) -> Result<()> {
    let Some(before) = before.filter(|before| *before != login.trim() && !passphrase) else {
        return Ok(());
    };
    let keys = KeyFile::load(&Record::key_file_in(&seat.host().folder()))?;
    match keys.logins().contains(&before) {
        true => Err(refusal!("login_has_passphrase", login = before).at("login")),
        false => Ok(()),
    }
}
