//! Founding, opening and closing an office; the desk of each person.

use anjuan_law::Day;
use anjuan_office::{
    Action, Actor, Ask, Changed, Office, Post, Result, accounts, founding,
    founding::{OfficeHead, OfficeNames},
    keeping::Strictness,
    record::{FileKey, KeyFile, Record},
    refusal,
};
use serde::{Deserialize, Serialize};

use crate::{Desk, Seat, list::Nothing, permits, sitting};

pub use crate::sitting::{
    FirstSignIn, Sitting, office_first_sign_in, office_lock, office_recover, office_touch, office_unlock, sitting,
};

/// Whether there is an office, and whether it is open.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct OfficeStatus {
    /// `none`, `locked`, `held` (by another process) or `open`.
    pub state: &'static str,
    /// Where the office lies.
    pub folder: String,
    /// Who holds it, when it is held by another process.
    pub held_by: Option<String>,
    /// The names that can sign in.
    pub logins: Vec<String>,
}

/// What founding an office needs.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct NewOffice {
    /// Full name.
    pub name: String,
    /// One or two characters, as in case numbers.
    pub short_name: String,
    /// Six-digit administrative division.
    pub division_code: String,
    /// The first person's name to sign in with.
    pub login: String,
    /// The first person's name.
    pub person: String,
    /// His passphrase.
    pub passphrase: String,
    /// An invented office for trying things out.
    #[serde(default)]
    pub is_sample: bool,
}

/// A founded office.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct Founded {
    /// The recovery key, in two halves. It is shown this once and kept nowhere.
    pub recovery_key: String,
    /// Who is signed in now.
    pub session: Session,
}

/// Signing in.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct Unlock {
    /// The name to sign in with.
    pub login: String,
    /// The passphrase.
    pub passphrase: String,
}

/// Signing in with the recovery key.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct Recover {
    /// The recovery key, in any grouping.
    pub recovery_key: String,
    /// Whose passphrase is set anew.
    pub login: String,
    /// The new passphrase.
    pub passphrase: String,
}

/// Who is signed in, where, on which day.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct Session {
    /// The office.
    pub office: OfficeHead,
    /// The person.
    pub account: accounts::Account,
    /// The day of the office.
    pub today: Day,
    /// Version of the program.
    pub version: &'static str,
    /// The commands that the person may call at all. How far each reaches is decided with the case.
    pub may: Vec<&'static str>,
}

/// A new head for the office.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct OfficeRename {
    /// What stands at the head from now on.
    pub office: OfficeNames,
    /// Why, for the journal.
    #[serde(default)]
    pub reason: String,
}

/// Which task to stop.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct TaskStop {
    /// The name of its command.
    pub task: String,
}

/// Which half-typed form.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct DraftKey {
    /// The form.
    pub key: String,
}

/// A half-typed form to keep.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct DraftSave {
    /// The form.
    pub key: String,
    /// What was typed, JSON made by the form.
    pub body: String,
}

/// A half-typed form.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct Draft {
    /// What was typed.
    pub body: String,
    /// When, UTC.
    pub saved_at: String,
}

/// How a person arranged something.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
pub struct DeskItem {
    /// What.
    pub key: String,
    /// How, JSON.
    pub body: String,
}

/// The law's names for things; its shape is `anjuan_law`'s vocabulary.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
#[ts(type = "import(\"../lib/vocabulary\").Vocabulary")]
pub struct VocabularyJson(serde_json::Value);

/// Whether there is an office, and whether it is open.
pub fn office_status(desk: &Desk, _: Nothing) -> Result<OfficeStatus> {
    desk.lock_when_idle();
    let folder = desk.host().folder();
    let shown = folder.display().to_string();
    let logins = KeyFile::load(&Record::key_file_in(&folder))
        .map(|file| file.logins().into_iter().map(str::to_owned).collect())
        .unwrap_or_default();
    let status = |state, held_by| OfficeStatus { state, folder: shown.clone(), held_by, logins };
    if desk.opened().is_some() {
        return Ok(status("open", None));
    }
    if !Record::file_in(&folder).exists() {
        return Ok(status("none", None));
    }
    let held = desk.while_free(|| anjuan_office::record::Hold::take(&folder, &desk.holder()).map(drop));
    Ok(match held {
        Some(Err(held)) => status("held", Some(format!("{} {}", held.values["program"], held.values["pid"]))),
        Some(Ok(())) | None => status("locked", None),
    })
}

/// Makes a new office and signs its first person in.
pub fn office_create(desk: &Desk, new: NewOffice) -> Result<Founded> {
    let strict = Strictness::default();
    accounts::passphrase::check(&new.passphrase, &new.login, strict.passphrases)?;
    let host = desk.host();
    let folder = host.folder();
    let in_hand = desk.take_in_hand()?;
    let key = FileKey::random()?;
    let record = Record::create(&folder, key.clone(), &desk.holder())?;
    let founded = (|| {
        let cost = sitting::cost(host, &strict);
        let (mut keys, recovery_key) = KeyFile::new(&key, &new.login, &new.passphrase, cost)?;
        keys.chosen(&new.login, host.today());
        let office = Office::new(record, host.workstation());
        let head = OfficeHead {
            name: new.name.clone(),
            short_name: new.short_name.clone(),
            division_code: new.division_code.clone(),
            founded_on: host.today(),
            is_sample: new.is_sample,
        };
        let departments: Vec<(String, String)> = anjuan_law::choices("department")
            .iter()
            .filter(|choice| choice.group.as_deref() == Some("usual"))
            .map(|choice| (choice.code.clone(), choice.zh.clone()))
            .collect();
        let at = host.now();
        let by = Actor::program();
        let ask =
            Ask { by: &by, day: host.today(), at: &at, reason: "", detail: serde_json::json!({ "name": head.name }) };
        office.act(Action::OfficeFound, &ask, |work| {
            founding::found(work, &head, &departments, &new.login, &new.person)
        })?;
        keys.save(&Record::key_file_in(&folder))?;
        Ok((office, recovery_key.to_string()))
    })();
    let (office, recovery_key) = match founded {
        Ok(founded) => founded,
        Err(refusal) => {
            // Nothing was promised yet: an office without a key file could never be opened.
            for path in [Record::file_in(&folder), Record::key_file_in(&folder)] {
                let _ = std::fs::remove_file(path);
            }
            return Err(refusal);
        }
    };
    let session = sitting::sit_down(desk, in_hand, office, &new.login, 0)?;
    Ok(Founded { recovery_key, session })
}

/// Asks a long task to stop.
pub fn task_stop(desk: &Desk, ask: TaskStop) -> Result<Nothing> {
    desk.stop(&ask.task);
    Ok(Nothing {})
}

/// The law's names for things, in both languages.
pub fn vocabulary(_: &Desk, _: Nothing) -> Result<VocabularyJson> {
    Ok(VocabularyJson(serde_json::to_value(anjuan_law::vocabulary())?))
}

/// Changes what stands at the head of everything that the office makes.
pub fn office_rename(seat: &Seat<'_>, ask: OfficeRename) -> Result<Changed> {
    if ask.reason.trim().is_empty() {
        return Err(refusal!("reason_missing").at("reason"));
    }
    let detail = serde_json::json!({ "name": ask.office.name });
    Ok(seat.act(Action::OfficeRename, &ask.reason, detail, |work| founding::rename(work, &ask.office))?.changed)
}

/// Who is signed in, where, on which day.
pub fn session(seat: &Seat<'_>, _: Nothing) -> Result<Session> {
    session_of(seat.office(), &account_of(seat.office(), seat.by())?, seat.by(), seat.day)
}

/// Keeps a half-typed form.
pub fn draft_save(seat: &Seat<'_>, draft: DraftSave) -> Result<Nothing> {
    seat.office().record().on_desk(
        "INSERT INTO draft (account_id, key, body, saved_at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (account_id, key) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at",
        (seat.by().account, draft.key, draft.body, seat.host().now()),
    )?;
    Ok(Nothing {})
}

/// Gives a half-typed form back.
pub fn draft_load(seat: &Seat<'_>, ask: DraftKey) -> Result<Option<Draft>> {
    seat.office().read(|reading| {
        reading.maybe(
            "SELECT body, saved_at FROM draft WHERE account_id = ?1 AND key = ?2",
            (seat.by().account, ask.key),
            |row| Ok(Draft { body: row.get(0)?, saved_at: row.get(1)? }),
        )
    })
}

/// Throws a half-typed form away.
pub fn draft_drop(seat: &Seat<'_>, ask: DraftKey) -> Result<Nothing> {
    seat.office()
        .record()
        .on_desk("DELETE FROM draft WHERE account_id = ?1 AND key = ?2", (seat.by().account, ask.key))?;
    Ok(Nothing {})
}

/// Remembers how a person arranged his desk.
pub fn desk_save(seat: &Seat<'_>, item: DeskItem) -> Result<Nothing> {
    seat.office().record().on_desk(
        "INSERT INTO desk_item (account_id, key, body) VALUES (?1, ?2, ?3)
         ON CONFLICT (account_id, key) DO UPDATE SET body = excluded.body",
        (seat.by().account, item.key, item.body),
    )?;
    Ok(Nothing {})
}

/// All that the person arranged.
pub fn desk_load(seat: &Seat<'_>, _: Nothing) -> Result<Vec<DeskItem>> {
    seat.office().read(|reading| {
        reading.all("SELECT key, body FROM desk_item WHERE account_id = ?1 ORDER BY key", [seat.by().account], |row| {
            Ok(DeskItem { key: row.get(0)?, body: row.get(1)? })
        })
    })
}

fn account_of(office: &Office, by: &Actor) -> Result<accounts::Account> {
    office
        .read(accounts::list)?
        .into_iter()
        .find(|account| Some(account.id) == by.account)
        .ok_or_else(|| refusal!("login_unknown", login = by.name))
}

pub(crate) fn session_of(office: &Office, account: &accounts::Account, actor: &Actor, today: Day) -> Result<Session> {
    if account.post == Post::Program {
        return Err(refusal!("login_unknown", login = account.login));
    }
    Ok(Session {
        office: office.read(founding::head)?,
        account: account.clone(),
        today,
        version: env!("CARGO_PKG_VERSION"),
        may: permits::callable(actor),
    })
}
