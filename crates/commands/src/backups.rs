//! Copies of the record: made, restored and compared; where they go; and the way back.

use std::path::{Path, PathBuf};

use anjuan_law::Day;
use anjuan_office::{
    Action, Changed, Reading, Result, Right, keeping,
    keeping::Copies,
    record::{self, Backup, Made, Restored, SecondCopyState, Secret, Tries},
    refusal,
};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{Desk, Seat, list::Nothing};

/// Where to make a backup.
#[derive(Debug, Clone, Default, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct BackupAsk {
    /// The folder; the office's own for backups when absent.
    #[serde(default)]
    pub folder: Option<PathBuf>,
}

/// The last backup that was restored and compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct LastBackup {
    /// When, UTC.
    pub at: String,
    /// On which day of the office.
    pub day: Day,
    /// The file.
    pub file: PathBuf,
    /// The last entry in it.
    pub entry: i64,
    /// Digest of that entry.
    pub digest: String,
    /// The file is where it was.
    pub present: bool,
}

/// How safe the record is, for the status bar and the page.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct BackupStatus {
    /// The last backup that was restored and compared; none yet.
    pub last: Option<LastBackup>,
    /// Changes since.
    pub changes_since: i64,
    /// Whole days since; none where there was none yet.
    pub days_since: Option<i64>,
    /// One is due today.
    pub due: bool,
    /// Where backups go.
    pub folder: PathBuf,
    /// How the second copy stands.
    pub second: SecondCopyState,
    /// Where it goes.
    pub second_folder: Option<PathBuf>,
    /// The machine's clock says an earlier day than the last entry of the journal: that entry's day.
    pub clock_behind: Option<Day>,
}

/// Which backups to look for before anybody is signed in.
#[derive(Debug, Clone, Default, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct BackupsFind {
    /// The folder; the office's own for backups when absent.
    #[serde(default)]
    pub folder: Option<PathBuf>,
}

/// A backup to bring back.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct BackupRestore {
    /// The file.
    pub file: PathBuf,
    /// The name that signs in.
    #[serde(default)]
    pub login: Option<String>,
    /// The passphrase as it was when the backup was made.
    #[serde(default)]
    pub passphrase: Option<String>,
    /// The recovery key instead.
    #[serde(default)]
    pub recovery_key: Option<String>,
    /// Where to; the office's own folder when absent: what lies there is set aside first.
    #[serde(default)]
    pub to: Option<PathBuf>,
    /// The folder of the second copy, whose later entries are to be done again.
    #[serde(default)]
    pub second: Option<PathBuf>,
}

/// A backup brought back.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct BackupRestored {
    /// What stands there now.
    pub restored: Restored,
    /// Where what lay there before was put.
    pub set_aside: Option<PathBuf>,
}

/// How safe the record is.
pub fn backup_status(seat: &Seat<'_>, _: Nothing) -> Result<BackupStatus> {
    let folder = folder_of(seat)?;
    let second = seat.office().record().second_copy();
    let day = seat.day;
    seat.office().read(|reading| {
        let last = last_backup(reading)?;
        let changes_since: i64 = reading
            .value(include_str!("sql/changes_since_backup.sql"), [last.as_ref().map_or(0, |last| last.entry)])?;
        let latest: Option<Day> = reading.value(include_str!("sql/latest_day.sql"), [])?;
        let days_since = last.as_ref().map(|last| last.day.days_until(day));
        Ok(BackupStatus {
            changes_since,
            days_since,
            due: changes_since > 0 && days_since.is_none_or(|days| days != 0),
            last,
            folder: folder.clone(),
            second: second.clone(),
            second_folder: keeping::copies(reading)?.second,
            clock_behind: latest.filter(|latest| *latest > day),
        })
    })
}

/// Makes a backup, restores it, compares, and thins older ones; may be stopped.
pub fn backup_make(seat: &Seat<'_>, ask: BackupAsk) -> Result<Made> {
    seat.need(Right::Keep)?;
    let folder = match ask.folder {
        Some(folder) => std::path::absolute(&folder).unwrap_or(folder),
        None => folder_of(seat)?,
    };
    make(seat, &folder, "backup_make")
}

/// Makes a backup when one is due today; nothing when not. Whoever sits at the window: the rota is the office's.
pub fn backup_if_due(seat: &Seat<'_>, _: Nothing) -> Result<Option<Made>> {
    let status = backup_status(seat, Nothing {})?;
    if !status.due { Ok(None) } else { make(seat, &status.folder, "backup_if_due").map(Some) }
}

/// The backups of this office, oldest first.
pub fn backup_list(seat: &Seat<'_>, _: Nothing) -> Result<Vec<Backup>> {
    let office = seat.office().read(record::office_of)?;
    Ok(record::backups_in(&folder_of(seat)?, &office))
}

/// The backups that lie in a folder, oldest first, before anybody is signed in. Their heads are plain words.
pub fn backups_find(desk: &Desk, ask: BackupsFind) -> Result<Vec<Backup>> {
    Ok(record::backups_in(&ask.folder.unwrap_or_else(|| beside(&desk.host().folder())), ""))
}

/// Brings a backup back: into an empty folder, or into the office's own, where what lies there is set aside.
pub fn backup_restore(desk: &Desk, ask: BackupRestore) -> Result<BackupRestored> {
    let host = desk.host();
    let own = ask.to.is_none();
    let _in_hand = if own { Some(desk.take_in_hand()?) } else { None };
    let (login, passphrase) = (ask.login.unwrap_or_default(), ask.passphrase.unwrap_or_default());
    let secret = match &ask.recovery_key {
        Some(key) => Secret::Recovery(key),
        None if passphrase.is_empty() => return Err(refusal!("passphrase_needed").at("passphrase")),
        None => Secret::Passphrase(&login, &passphrase),
    };
    let folder = host.folder();
    record::settle(&folder, &desk.holder())?;
    let mut tries = Tries::load(&folder);
    tries.refuse_too_soon("restoring", &host.now())?;
    // Tried beside first: what lies in the office's folder is only moved once there is something sound to put in its place.
    let to = match ask.to {
        Some(to) => to,
        None => folder.join(format!("restoring-{}", std::process::id())),
    };
    let restored = record::restore(&ask.file, &to, &secret, ask.second.as_deref()).inspect_err(|refused| {
        if matches!(refused.code.as_str(), "passphrase_wrong" | "recovery_key_wrong") {
            tries.failed("restoring", &host.now());
            let _ = tries.save(&folder);
        }
        if own {
            let _ = std::fs::remove_dir_all(&to);
        }
    })?;
    if tries.passed("restoring") > 0 {
        tries.save(&folder)?;
    }
    if !own {
        return Ok(BackupRestored { restored, set_aside: None });
    }
    let hold = record::Hold::take(&folder, &desk.holder())?;
    let set_aside = record::set_aside(&folder, &host.now())?;
    record::move_in(&to, &folder)?;
    drop(hold);
    Ok(BackupRestored { restored: Restored { folder, ..restored }, set_aside })
}

/// Where copies go.
pub fn copies(seat: &Seat<'_>, _: Nothing) -> Result<Copies> {
    seat.office().read(keeping::copies)
}

/// Says where copies go. The second copy is begun, or caught up, at once.
pub fn copies_set(seat: &Seat<'_>, copies: Copies) -> Result<Changed> {
    seat.need(Right::Keep)?;
    let empty = |folder: &Option<PathBuf>| folder.clone().filter(|folder| !folder.as_os_str().is_empty());
    let copies = Copies { backups: empty(&copies.backups), second: empty(&copies.second) };
    keeping::check_copies(&copies)?;
    seat.office().record().keep_second_copy(copies.second.as_deref(), true).map_err(|refused| refused.at("second"))?;
    let detail = json!(copies);
    Ok(seat.act(Action::CopiesSet, "", detail, |work| keeping::set_copies(work, &copies))?.changed)
}

/// Makes a backup where backups go, as part of something else.
pub(crate) fn make_now(seat: &Seat<'_>, task: &str) -> Result<Made> {
    make(seat, &folder_of(seat)?, task)
}

pub(crate) fn make(seat: &Seat<'_>, folder: &Path, task: &str) -> Result<Made> {
    let at = seat.host().now();
    let made = seat.office().record().back_up(folder, seat.day, &at, |done, total| seat.progress(task, done, total))?;
    let detail = json!({
        "file": made.backup.file, "entry": made.backup.head.entry, "digest": made.backup.head.digest,
        "thinned": made.thinned,
    });
    seat.log(Action::BackupMake, "", detail)?;
    Ok(made)
}

pub(crate) fn last_backup(reading: &Reading<'_>) -> Result<Option<LastBackup>> {
    let row = reading.maybe(include_str!("sql/last_backup.sql"), [], |row| {
        let detail: String = row.get("detail")?;
        Ok((row.get("at")?, row.get("day")?, detail))
    })?;
    let Some((at, day, detail)) = row else {
        return Ok(None);
    };
    let detail: serde_json::Value = serde_json::from_str(&detail)?;
    let file = PathBuf::from(detail["file"].as_str().unwrap_or_default());
    Ok(Some(LastBackup {
        at,
        day,
        present: file.is_file(),
        file,
        entry: detail["entry"].as_i64().unwrap_or(0),
        digest: detail["digest"].as_str().unwrap_or_default().to_owned(),
    }))
}

pub(crate) fn folder_of(seat: &Seat<'_>) -> Result<PathBuf> {
    let named = seat.office().read(keeping::copies)?.backups;
    Ok(named.unwrap_or_else(|| beside(&seat.host().folder())))
}

fn beside(folder: &Path) -> PathBuf {
    folder.join("backups")
}
