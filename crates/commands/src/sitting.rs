//! Signing in and out: passphrases, the recovery key, a code from two administrators; who waits and who is locked out.

use std::sync::Arc;

use anjuan_law::Day;
use anjuan_office::{
    Action, Actor, Ask, Office, Result,
    accounts::{self, Account},
    keeping,
    keeping::Strictness,
    record::{self, FileKey, KeyCost, KeyFile, Record, StationKey, Tries},
    refusal,
};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{
    Desk, Host, Progress, Seat,
    desk::Open,
    hands::InHand,
    list::Nothing,
    office::{Recover, Session, Unlock, session_of},
    room,
};

/// The task of opening an office that another program derived.
const OPENING: &str = "office_open";
/// Under which name tries with the recovery key are counted.
const RECOVERY: &str = "recovery key";
/// Under which name tries with names that nobody has are counted together: a passphrase typed into the wrong field is not
/// to be found in a file.
const NOBODY: &str = "unknown name";

/// Signing in with the code that two administrators gave out, and choosing a passphrase.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct FirstSignIn {
    /// The name to sign in with.
    pub login: String,
    /// The code.
    pub code: String,
    /// The passphrase that the person chooses.
    pub passphrase: String,
}

/// How the person sits here.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct Sitting {
    /// Minutes without a key or a movement after which the office locks itself.
    pub idle_minutes: u32,
    /// The passphrase is older than the office wants.
    pub passphrase_old: bool,
    /// The machine's clock says an earlier day than the last entry of the journal: that entry's day.
    pub clock_behind: Option<Day>,
    /// The three administrators hold what is theirs.
    pub separated: bool,
    /// Wrong tries before this sign-in.
    pub wrong_tries: u32,
}

/// The passphrase once more, and what for.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct Confirm {
    /// The passphrase.
    pub passphrase: String,
    /// What it is for, in the person's words.
    pub purpose: String,
}

/// A new passphrase of one's own.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct PassphraseChange {
    /// The one so far.
    pub old: String,
    /// The new one.
    pub passphrase: String,
}

/// Opens the office with a person's passphrase.
pub fn office_unlock(desk: &Desk, ask: Unlock) -> Result<Session> {
    let (in_hand, keys) = key_file(desk)?;
    if keys.is_code(&ask.login) {
        return Err(refusal!("passphrase_to_be_chosen").at("passphrase"));
    }
    let (key, wrong) = tried(desk.host(), &keys, &ask.login, |keys| keys.open(&ask.login, &ask.passphrase))?;
    let office = open(desk, &key)?;
    let mut keys = keys;
    if keys.bring_up(&key, &ask.login, &ask.passphrase)? {
        keys.save(&Record::key_file_in(&desk.host().folder()))?;
    }
    sit_down(desk, in_hand, office, &ask.login, wrong)
}

/// Opens the office with a code and puts the person's own passphrase in its place.
pub fn office_first_sign_in(desk: &Desk, ask: FirstSignIn) -> Result<Session> {
    let (in_hand, mut keys) = key_file(desk)?;
    if !keys.is_code(&ask.login) {
        return Err(refusal!("code_not_given").at("login"));
    }
    let (key, wrong) =
        tried(desk.host(), &keys, &ask.login, |keys| keys.open(&ask.login, &KeyFile::plain_code(&ask.code)))?;
    let office = open(desk, &key)?;
    let strict = office.read(keeping::strictness)?;
    accounts::passphrase::check(&ask.passphrase, &ask.login, strict.passphrases)?;
    keys.set(&key, &ask.login, &ask.passphrase, cost(desk.host(), &strict))?;
    keys.chosen(&ask.login, desk.host().today());
    keys.save(&Record::key_file_in(&desk.host().folder()))?;
    sit_down(desk, in_hand, office, &ask.login, wrong)
}

/// Opens the office with the recovery key and gives the person a new passphrase.
pub fn office_recover(desk: &Desk, ask: Recover) -> Result<Session> {
    let (in_hand, mut keys) = key_file(desk)?;
    let (key, wrong) = tried(desk.host(), &keys, RECOVERY, |keys| keys.open_with_recovery(&ask.recovery_key))?;
    let office = open(desk, &key)?;
    let strict = office.read(keeping::strictness)?;
    accounts::passphrase::check(&ask.passphrase, &ask.login, strict.passphrases)?;
    office
        .read(|reading| accounts::by_login(reading, &ask.login, desk.host().today()))?
        .ok_or_else(|| refusal!("login_unknown", login = ask.login).at("login"))?;
    keys.set(&key, &ask.login, &ask.passphrase, cost(desk.host(), &strict))?;
    keys.chosen(&ask.login, desk.host().today());
    keys.save(&Record::key_file_in(&desk.host().folder()))?;
    let session = sit_down(desk, in_hand, office, &ask.login, wrong)?;
    desk.seat()?.log(Action::PassphraseChange, "", json!({ "login": ask.login, "by": "recovery key" }))?;
    Ok(session)
}

/// Closes the office: keys wiped, record released.
pub fn office_lock(desk: &Desk, _: Nothing) -> Result<Nothing> {
    if let Some(open) = desk.opened().take() {
        open.office.search().end();
    }
    Ok(Nothing {})
}

/// The person is still here: a key was pressed, the pointer moved.
pub fn office_touch(desk: &Desk, _: Nothing) -> Result<Nothing> {
    desk.touch();
    Ok(Nothing {})
}

/// How the person sits here.
pub fn sitting(seat: &Seat<'_>, _: Nothing) -> Result<Sitting> {
    let keys = KeyFile::load(&Record::key_file_in(&seat.host().folder()))?;
    seat.office().read(|reading| {
        let strict = keeping::strictness(reading)?;
        let login: String = reading.value("SELECT login FROM account WHERE id = ?1", [seat.by().account])?;
        let latest: Option<Day> = reading.value(include_str!("sql/latest_day.sql"), [])?;
        Ok(Sitting {
            idle_minutes: strict.idle_minutes,
            passphrase_old: strict.wants_new(keys.chosen_on(&login), seat.day),
            clock_behind: latest.filter(|latest| *latest > seat.day),
            separated: seat.by().separated,
            wrong_tries: seat.wrong_tries(),
        })
    })
}

/// Gives the passphrase once more, with a purpose, before something leaves the record or keys are touched.
pub fn confirm(seat: &Seat<'_>, ask: Confirm) -> Result<Nothing> {
    if ask.purpose.trim().is_empty() {
        return Err(refusal!("field_missing").at("purpose"));
    }
    let keys = KeyFile::load(&Record::key_file_in(&seat.host().folder()))?;
    let login = login_of(seat)?;
    tried(seat.host(), &keys, &login, |keys| keys.open(&login, &ask.passphrase))?;
    seat.confirmed(ask.purpose.trim());
    Ok(Nothing {})
}

/// Chooses a new passphrase of one's own.
pub fn passphrase_change(seat: &Seat<'_>, ask: PassphraseChange) -> Result<Nothing> {
    let mut keys = KeyFile::load(&Record::key_file_in(&seat.host().folder()))?;
    let login = login_of(seat)?;
    let (key, _) = tried(seat.host(), &keys, &login, |keys| keys.open(&login, &ask.old))
        .map_err(|refused| if refused.code == "passphrase_wrong" { refused.at("old") } else { refused })?;
    if ask.old == ask.passphrase {
        return Err(refusal!("passphrase_same").at("passphrase"));
    }
    let strict = seat.office().read(keeping::strictness)?;
    accounts::passphrase::check(&ask.passphrase, &login, strict.passphrases)?;
    seat.log(Action::PassphraseChange, "", json!({ "login": login }))?;
    keys.set(&key, &login, &ask.passphrase, cost(seat.host(), &strict))?;
    keys.chosen(&login, seat.day);
    save_keys(seat, &keys)?;
    room::follow_passphrase(seat, &login, &ask.old, &ask.passphrase)?;
    Ok(Nothing {})
}

/// What deriving a key costs here: what the machine was measured for, and never less than the office says.
pub(crate) fn cost(host: &dyn Host, strict: &Strictness) -> KeyCost {
    host.key_cost(KeyCost { memory: strict.key_memory.saturating_mul(1024), passes: strict.key_passes })
}

/// The login of the person who sits here.
pub(crate) fn login_of(seat: &Seat<'_>) -> Result<String> {
    seat.office().read(|reading| reading.value("SELECT login FROM account WHERE id = ?1", [seat.by().account]))
}

/// Writes the key file, and beside the second copy as well. Where that can't be reached the status tells of it.
pub(crate) fn save_keys(seat: &Seat<'_>, keys: &KeyFile) -> Result<()> {
    keys.save(&Record::key_file_in(&seat.host().folder()))?;
    let _ = seat.office().record().copy_keys();
    Ok(())
}

/// The key file, with the record in hand for opening it.
fn key_file(desk: &Desk) -> Result<(InHand, KeyFile)> {
    let in_hand = desk.take_in_hand()?;
    let folder = desk.host().folder();
    record::settle(&folder, &desk.holder())?;
    if !Record::file_in(&folder).exists() {
        return Err(refusal!("record_missing", folder = folder.display()));
    }
    Ok((in_hand, KeyFile::load(&Record::key_file_in(&folder))?))
}

fn open(desk: &Desk, key: &FileKey) -> Result<Office> {
    let host = desk.host();
    let tell = |done, total| {
        host.progress(&Progress { task: OPENING.to_owned(), done, total });
        Ok(())
    };
    let record = Record::open_telling(&host.folder(), key.clone(), &desk.holder(), tell)?;
    Ok(Office::new(record, host.workstation()))
}

/// One try with a secret: refused while the last wrong ones make it wait, counted when it is wrong. Gives the key and how many
/// were wrong before.
pub(crate) fn tried(
    host: &dyn Host,
    keys: &KeyFile,
    who: &str,
    open: impl FnOnce(&KeyFile) -> Result<FileKey>,
) -> Result<(FileKey, u32)> {
    let known = who == RECOVERY || keys.logins().contains(&who);
    let who = if known { who } else { NOBODY };
    let (folder, at) = (host.folder(), host.now());
    let mut tries = Tries::load(&folder);
    tries.refuse_too_soon(who, &at)?;
    match open(keys) {
        Ok(key) => {
            let wrong = tries.passed(who);
            if wrong > 0 {
                tries.save(&folder)?;
            }
            Ok((key, wrong))
        }
        Err(refused) => {
            tries.failed(who, &at);
            tries.save(&folder)?;
            Err(refused)
        }
    }
}

/// Seats a person at an open office: signs the journal with this workstation's key from now on, keeps the second copy, and
/// writes the sign-in down.
pub(crate) fn sit_down(desk: &Desk, in_hand: InHand, office: Office, login: &str, wrong: u32) -> Result<Session> {
    let host = desk.host();
    anjuan_papers::pdf::clear_left_over();
    let today = host.today();
    let account = office
        .read(|reading| accounts::by_login(reading, login, today))?
        .ok_or_else(|| refusal!("login_unknown", login = login).at("login"))?;
    let (strict, copies, separated) = office
        .read(|reading| Ok((keeping::strictness(reading)?, keeping::copies(reading)?, keeping::separated(reading)?)))?;
    let actor = Actor { separated, ..account.actor() };
    let session = session_of(&office, &account, &actor, today)?;
    know_station(host, &office, &actor)?;
    // A second disk that is not there holds nobody up: the status tells of it.
    let _ = office.record().keep_second_copy(copies.second.as_deref(), false);
    write_down(host, &office, &actor, &account, wrong)?;
    let open = Arc::new(Open::new(in_hand, office, actor, wrong));
    desk.begin(Arc::clone(&open), strict.idle_minutes);
    // What can be found is put in memory while the person looks at the first page; a search before does so itself. Where the office
    // was locked by then, nothing is.
    let open = Arc::downgrade(&open);
    host.meanwhile(Box::new(move || {
        if let Some(open) = open.upgrade() {
            let _ = open.office.search().warm(open.office.record());
        }
    }));
    Ok(session)
}

/// The workstation's key signs; the first time its public part is written into the record.
fn know_station(host: &dyn Host, office: &Office, actor: &Actor) -> Result<()> {
    let station = StationKey::load_or_make(&host.station_folder())?;
    let public = station.public();
    office.record().sign_with(station);
    let known: Option<i64> = office.read(|reading| {
        reading.maybe("SELECT id FROM workstation WHERE public_key = ?1", [&public], |row| row.get(0))
    })?;
    if known.is_some() {
        return Ok(());
    }
    let at = host.now();
    let name = host.workstation();
    let ask = Ask { by: actor, day: host.today(), at: &at, reason: "", detail: json!({ "public_key": public }) };
    office.act(Action::WorkstationKnow, &ask, |work| {
        work.insert(
            "INSERT INTO workstation (name, public_key, known_from) VALUES (?1, ?2, ?3)",
            (&name, &public, work.day),
        )
    })?;
    Ok(())
}

/// A sign-in at the window is an entry. The command line signs in for each call; there only wrong tries before it are told.
fn write_down(host: &dyn Host, office: &Office, actor: &Actor, account: &Account, wrong: u32) -> Result<()> {
    if host.program() != "window" && wrong == 0 {
        return Ok(());
    }
    let at = host.now();
    let detail = json!({ "login": account.login, "wrong_tries": wrong });
    office.log(Action::SignIn, &Ask { by: actor, day: host.today(), at: &at, reason: "", detail })?;
    Ok(())
}
