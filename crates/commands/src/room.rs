//! The room of the sealed cases: entered with the passphrase and a purpose; there the questions that are asked of any office
//! are asked of the second file, and each look at a case is an entry of its own journal.

use std::{
    collections::BTreeSet,
    path::PathBuf,
    sync::{Mutex, PoisonError},
};

use anjuan_law::Day;
use anjuan_office::{
    Action, Ask, CaseId, Changed, EntryId, Refusal, Result, Right,
    accounts::reach_case,
    record::{FileKey, KeyFile, Record, StationKey, backups_in, office_of, sealed_file_in, sealed_keys_in},
    refusal,
    sealed::{self, Foreseen, Room, SealedCase, Sealing, Unsealing},
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::{
    Seat,
    assignments::CaseAsk,
    backups,
    keeping::ProblemFound,
    list,
    list::Nothing,
    permits, sitting,
    walls::{self, Masks},
};

mod keys;

pub use keys::RoomKeyRenewed;
use keys::{cost, key_of, renew_after_leaving};
pub(crate) use keys::{follow_passphrase, forget};

/// The questions that may be asked in the room. All of them only read.
const ASKED: [&str; 11] = [
    "case_assignments",
    "case_due",
    "case_findings",
    "case_list",
    "case_list_open",
    "case_list_page",
    "case_sheet",
    "field_history",
    "hearing_sheet",
    "hearings_of_case",
    "search",
];

/// The room while somebody is in it.
pub(crate) struct Visit {
    pub(crate) room: Room,
    purpose: String,
    seen: Mutex<BTreeSet<String>>,
}

/// How the room stands.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct RoomStatus {
    /// There is one.
    pub founded: bool,
    /// The person was given the way in.
    pub allowed: bool,
    /// The way in is a code that somebody was shown: it is typed once.
    pub by_code: bool,
    /// The person is in it, and what for.
    pub purpose: Option<String>,
}

/// Making the room.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct RoomFound {
    /// The person's own passphrase: it opens the room too.
    pub passphrase: String,
}

/// A room that was made.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct RoomFounded {
    /// The room's own recovery key, in two halves. It is shown this once and kept nowhere.
    pub recovery_key: String,
}

/// Entering it.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct RoomEnter {
    /// The person's passphrase.
    pub passphrase: String,
    /// What for.
    pub purpose: String,
    /// The code that the person was given, the first time; or the room's recovery key.
    #[serde(default)]
    pub code: Option<String>,
}

/// What stands in the room.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct RoomEntered {
    /// Cases whose going had been cut off and was brought to its end now.
    pub finished: Vec<String>,
    /// Somebody left since the last visit: the room was given a new key.
    pub key_renewed: Option<RoomKeyRenewed>,
    /// Why it could not be given one now. One reads all the same; nothing is sealed before it was.
    pub key_not_renewed: Option<Refusal>,
}

/// What lies in the room and who may enter it.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct RoomCases {
    /// The cases.
    pub cases: Vec<SealedCase>,
    /// Who was given the way in.
    pub logins: Vec<String>,
    /// What the person is here for.
    pub purpose: String,
}

/// A question asked in the room.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct RoomAsk {
    /// The command.
    pub command: String,
    /// Its request.
    #[ts(type = "unknown")]
    pub request: Value,
}

/// The answer to it, in the command's own shape.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
#[ts(type = "unknown")]
pub struct RoomAnswer(Value);

/// Somebody who is to be given, or to lose, the way in.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct RoomAllow {
    /// The name that the person signs in with.
    pub login: String,
    /// Given; or taken away.
    pub allow: bool,
}

/// What follows when somebody was given the way in, or lost it.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct RoomAllowed {
    /// What the person needs to enter for the first time: the code. Shown this once.
    pub code: Option<String>,
    /// The new key of the room, where somebody lost the way in.
    pub key_renewed: Option<RoomKeyRenewed>,
    /// Why it could not be given one now: who lost the way in still has the key that opens it.
    pub key_not_renewed: Option<Refusal>,
}

/// A case to seal.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct CaseSeal {
    /// Which and why.
    #[serde(flatten)]
    pub sealing: Sealing,
    /// Linked cases that are marked as holding sealed information.
    #[serde(default)]
    pub label: Vec<CaseId>,
    /// Make a backup that no longer holds the case, at once.
    #[serde(default)]
    pub backup: bool,
}

/// A case that was sealed.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct CaseSealed {
    /// What it changed.
    pub changed: Changed,
    /// The backup that was made, where one was asked for.
    pub backup: Option<PathBuf>,
    /// Files that still hold the case under the office's key. Only a person takes them away.
    pub holding: Vec<PathBuf>,
}

/// What sealing a case would mean.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct CaseSealForeseen {
    /// What the record says.
    pub foreseen: Foreseen,
    /// Files that would still hold the case.
    pub holding: Vec<PathBuf>,
}

/// An entry of the room's journal.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct RoomEntry {
    /// Its number.
    pub entry: EntryId,
    /// The instant, UTC.
    pub at: String,
    /// The day of the office.
    pub day: Day,
    /// Who.
    pub person: String,
    /// Which action.
    pub action: String,
    /// Why.
    pub reason: String,
    /// What it was about, JSON.
    pub detail: String,
}

/// How the room stands for the person.
pub fn room_status(seat: &Seat<'_>, _: Nothing) -> Result<RoomStatus> {
    seat.need(Right::Seal)?;
    let folder = seat.host().folder();
    let founded = sealed_file_in(&folder).exists() && sealed_keys_in(&folder).exists();
    let purpose = seat.visit().map(|visit| visit.purpose.clone());
    if !founded {
        return Ok(RoomStatus { founded, allowed: false, by_code: false, purpose });
    }
    let (keys, login) = (KeyFile::load(&sealed_keys_in(&folder))?, sitting::login_of(seat)?);
    let allowed = keys.logins().contains(&login.as_str());
    Ok(RoomStatus { founded, allowed, by_code: keys.is_code(&login), purpose })
}

/// Makes the room. Its maker is the first who may enter.
pub fn room_found(seat: &Seat<'_>, ask: RoomFound) -> Result<RoomFounded> {
    seat.need(Right::Seal)?;
    let folder = seat.host().folder();
    let (file, key_file) = (sealed_file_in(&folder), sealed_keys_in(&folder));
    if file.exists() || key_file.exists() {
        return Err(refusal!("room_there_already", file = file.display()));
    }
    let login = sitting::login_of(seat)?;
    office_passphrase(seat, &login, &ask.passphrase)?;
    let key = FileKey::random()?;
    let (keys, recovery) = KeyFile::new(&key, &login, &ask.passphrase, cost(seat)?)?;
    let made = (|| {
        keys.save(&key_file)?;
        let at = seat.host().now();
        let told = at_the_door(seat, &at, "", json!({ "login": login }));
        let room = Room::found(&folder, key, station(seat)?, seat.office(), &told)?;
        drop(room);
        Ok(())
    })();
    if made.is_err() {
        // Nothing was promised yet.
        for path in [&file, &key_file] {
            let _ = std::fs::remove_file(path);
        }
    }
    made.map(|()| RoomFounded { recovery_key: recovery.to_string() })
}

/// Enters the room. What a power cut left half done is brought to its end first.
pub fn room_enter(seat: &Seat<'_>, ask: RoomEnter) -> Result<RoomEntered> {
    seat.need(Right::Seal)?;
    let purpose = ask.purpose.trim().to_owned();
    if purpose.is_empty() {
        return Err(refusal!("field_missing").at("purpose"));
    }
    let login = sitting::login_of(seat)?;
    office_passphrase(seat, &login, &ask.passphrase)?;
    let key = key_of(seat, &login, &ask)?;
    let at = seat.host().now();
    // That somebody entered is told to everybody who reads the journal; what for, only here.
    seat.log(Action::RoomEnter, "", json!({}))?;
    let told = at_the_door(seat, &at, &purpose, json!({}));
    // Nobody else has the file open when it is given a new key.
    seat.leave();
    let room = Room::enter(&seat.host().folder(), key, station(seat)?, seat.office(), &told)?;
    let finished = sealed::finish(seat.office(), &room, &told)?;
    // The passphrase was given just now: sealing within two minutes does not ask for it again.
    seat.confirmed(&purpose);
    let (key_renewed, key_not_renewed) = told_apart(renew_after_leaving(seat, &room));
    seat.enter(Visit { room, purpose, seen: Mutex::default() });
    Ok(RoomEntered { finished, key_renewed, key_not_renewed })
}

/// Leaves the room: its key is wiped.
pub fn room_leave(seat: &Seat<'_>, _: Nothing) -> Result<Nothing> {
    seat.need(Right::Seal)?;
    seat.leave();
    let _ = seat.office().record().copy_sealed();
    Ok(Nothing {})
}

/// What lies in the room.
pub fn room_cases(seat: &Seat<'_>, _: Nothing) -> Result<RoomCases> {
    seat.need(Right::Seal)?;
    let visit = seat.visit().ok_or_else(|| refusal!("room_closed"))?;
    let logins = KeyFile::load(&sealed_keys_in(&seat.host().folder()))?;
    let barred = sealed::barred(&visit.room, seat.office(), seat.by())?;
    let mut cases = visit.room.cases()?;
    visit.room.office().read(|reading| {
        let mut masks = Masks::in_room(seat, reading, &barred);
        cases.iter_mut().try_for_each(|one| {
            let case = Some(one.case);
            [&mut one.title, &mut one.persons, &mut one.reason, &mut one.joint_reason]
                .into_iter()
                .try_for_each(|text| masks.text(text, case))
        })
    })?;
    Ok(RoomCases {
        cases,
        logins: logins.logins().into_iter().map(str::to_owned).collect(),
        purpose: visit.purpose.clone(),
    })
}

/// Asks in the room what is asked of any office. The first look at each case in a visit is an entry, each search is one.
pub fn room_ask(seat: &Seat<'_>, ask: RoomAsk) -> Result<RoomAnswer> {
    seat.need(Right::Seal)?;
    let visit = seat.visit().ok_or_else(|| refusal!("room_closed"))?;
    if !ASKED.contains(&ask.command.as_str()) {
        return Err(refusal!("room_reads_only", command = ask.command));
    }
    permits::allow(Some(seat), &ask.command)?;
    let barred = sealed::barred(&visit.room, seat.office(), seat.by())?;
    let asked = walls::Asked::of(&ask.command, &ask.request);
    let case = visit.room.office().read(|reading| asked.case(reading))?;
    case.map_or(Ok(()), |case| sealed::refuse_barred(&visit.room, &barred, case))?;
    let about = ["case", "hearing", "text"]
        .into_iter()
        .find_map(|field| ask.request.get(field).filter(|value| !value.is_null()).map(|value| json!({ field: value })));
    let seen = about.clone().unwrap_or_else(|| json!({ "command": "case_list" }));
    if visit.seen.lock().unwrap_or_else(PoisonError::into_inner).insert(seen.to_string()) {
        let at = seat.host().now();
        visit.room.log(seat.office(), Action::SealedRead, &at_the_door(seat, &at, &visit.purpose, seen))?;
    }
    let mut answer = list::dispatch(seat.in_room(), &ask.command, ask.request)?;
    visit.room.office().read(|reading| Masks::in_room(seat, reading, &barred).walk(&mut answer, case.as_slice()))?;
    Ok(RoomAnswer(answer))
}

/// The room's journal, newest first.
pub fn room_journal(seat: &Seat<'_>, _: Nothing) -> Result<Vec<RoomEntry>> {
    seat.need(Right::Seal)?;
    let visit = seat.visit().ok_or_else(|| refusal!("room_closed"))?;
    visit.room.office().read(|reading| {
        reading.all(include_str!("sql/room_journal.sql"), [], |row| {
            Ok(RoomEntry {
                entry: row.get("entry")?,
                at: row.get("at")?,
                day: row.get("day")?,
                person: row.get("person")?,
                action: row.get("action")?,
                reason: row.get("reason")?,
                detail: row.get("detail")?,
            })
        })
    })
}

/// Gives somebody the way in, by a code that is typed once, or takes it away.
pub fn room_allow(seat: &Seat<'_>, ask: RoomAllow) -> Result<RoomAllowed> {
    seat.need(Right::Seal)?;
    let purpose = seat.purpose()?;
    let visit = seat.visit().ok_or_else(|| refusal!("room_closed"))?;
    let path = sealed_keys_in(&seat.host().folder());
    let mut keys = KeyFile::load(&path)?;
    let day = seat.day;
    let person = seat
        .office()
        .read(|reading| anjuan_office::accounts::by_login(reading, &ask.login, day))?
        .ok_or_else(|| refusal!("login_unknown", login = ask.login).at("login"))?;
    if ask.allow && person.actor().reach(Right::Seal) == anjuan_office::Scope::Nothing {
        return Err(refusal!("room_post_without_right", login = ask.login).at("login"));
    }
    if !ask.allow && keys.logins().len() == 1 {
        return Err(refusal!("room_last_person").at("login"));
    }
    let at = seat.host().now();
    let detail = json!({ "login": ask.login, "allow": ask.allow });
    // Who may enter is no secret: it is an entry in both journals.
    seat.log(Action::RoomAllow, &purpose, detail.clone())?;
    visit.room.log(seat.office(), Action::RoomAllow, &at_the_door(seat, &at, &purpose, detail))?;
    let code = match ask.allow {
        true => Some(keys.set_code(&visit.room.key(), &ask.login)?.to_string()),
        false => {
            keys.remove(&visit.room.key(), &ask.login, seat.day)?;
            None
        }
    };
    keys.save(&path)?;
    // The way in is taken away by now, whether or not there can be a new key at once.
    let (key_renewed, key_not_renewed) = told_apart(renew_after_leaving(seat, &visit.room));
    let _ = seat.office().record().copy_sealed();
    Ok(RoomAllowed { code, key_renewed, key_not_renewed })
}

/// What was done, or why it was not: both are told.
fn told_apart<T>(done: Result<Option<T>>) -> (Option<T>, Option<Refusal>) {
    match done {
        Ok(done) => (done, None),
        Err(refused) => (None, Some(refused)),
    }
}

/// What sealing a case would mean, and which files would still hold it.
pub fn case_seal_foresee(seat: &Seat<'_>, ask: CaseAsk) -> Result<CaseSealForeseen> {
    seat.need(Right::Seal)?;
    let foreseen = seat.office().read(|reading| sealed::foresee(reading, seat.by(), ask.case))?;
    Ok(CaseSealForeseen { foreseen, holding: holding(seat, None)? })
}

/// Seals a case: it leaves the record.
pub fn case_seal(seat: &Seat<'_>, mut ask: CaseSeal) -> Result<CaseSealed> {
    seat.need(Right::Seal)?;
    let purpose = seat.purpose()?;
    let visit = seat.visit().ok_or_else(|| refusal!("room_closed"))?;
    renew_after_leaving(seat, &visit.room)?;
    if ask.sealing.reason.trim().is_empty() {
        ask.sealing.reason = purpose;
    }
    for case in &ask.label {
        // Not said of which case: the mark itself is what the law asks for.
        seat.act(Action::CaseChange, "", json!({ "case": case }), |work| {
            reach_case(work, seat.by(), Right::Seal, *case)?;
            sealed::label(work, *case)
        })?;
    }
    let at = seat.host().now();
    let told = at_the_door(seat, &at, "", json!({}));
    let changed = sealed::seal(seat.office(), &visit.room, &told, &ask.sealing, |_| Ok(()))?;
    seat.host().changed(&changed);
    let backup = match ask.backup {
        true => Some(backups::make(seat, &backups::folder_of(seat)?, "case_seal")?.backup.file),
        false => None,
    };
    let holding = holding(seat, backup.as_ref())?;
    Ok(CaseSealed { changed, backup, holding })
}

/// Brings a case back into the record, on one of the law's grounds.
pub fn case_unseal(seat: &Seat<'_>, ask: Unsealing) -> Result<Changed> {
    seat.need(Right::Seal)?;
    seat.purpose()?;
    let visit = seat.visit().ok_or_else(|| refusal!("room_closed"))?;
    let at = seat.host().now();
    let told = at_the_door(seat, &at, &ask.reason, json!({}));
    let changed = sealed::unseal(seat.office(), &visit.room, &told, &ask, |_| Ok(()))?;
    seat.host().changed(&changed);
    Ok(changed)
}

/// What the room says to a verification while somebody is in it.
pub(crate) fn verify(seat: &Seat<'_>) -> Result<Vec<ProblemFound>> {
    let Some(visit) = seat.visit() else { return Ok(Vec::new()) };
    let sound = visit.room.office().record().verify()?;
    let found = sound.problems.into_iter();
    Ok(found.map(|one| ProblemFound { code: one.code.to_owned(), detail: format!("sealed: {}", one.detail) }).collect())
}

fn office_passphrase(seat: &Seat<'_>, login: &str, passphrase: &str) -> Result<()> {
    let keys = KeyFile::load(&Record::key_file_in(&seat.host().folder()))?;
    sitting::tried(seat.host(), &keys, login, |keys| keys.open(login, passphrase)).map(drop)
}

fn station(seat: &Seat<'_>) -> Result<StationKey> {
    StationKey::load_or_make(&seat.host().station_folder())
}

fn at_the_door<'a>(seat: &'a Seat<'_>, at: &'a str, reason: &'a str, detail: Value) -> Ask<'a> {
    Ask { by: seat.by(), day: seat.day, at, reason, detail }
}

/// Files that hold what the record was before now: backups but the one just made, the second copy, copies set aside.
fn holding(seat: &Seat<'_>, new: Option<&PathBuf>) -> Result<Vec<PathBuf>> {
    let office = seat.office().read(office_of)?;
    let mut files: Vec<PathBuf> =
        backups_in(&backups::folder_of(seat)?, &office).into_iter().map(|backup| backup.file).collect();
    if let Some((_, mut segments)) = seat.office().record().second_files()? {
        // The last is the one that was begun with the sealing.
        if new.is_some() {
            segments.pop();
        }
        files.extend(segments);
    }
    let aside = std::fs::read_dir(seat.host().folder()).into_iter().flatten().flatten().map(|file| file.path());
    files.extend(aside.filter(|path| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        name.starts_with("office.anjuan.before-") || name.starts_with("set-aside-")
    }));
    files.retain(|file| Some(file) != new);
    files.sort();
    Ok(files)
}
