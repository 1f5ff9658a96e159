//! Backups: made while people work, then restored and compared with what was copied, and only then counted.
//!
//! A backup has its name only after that, so every file with such a name was sound when it was made. An older one is thinned
//! only after the newest was read again from the disk; a file that can't be read is never thinned.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
};

use anjuan_law::Day;
use rusqlite::{Connection, backup};
use serde::Serialize;

use super::{
    FileKey, Record,
    container::{self, BackupHead, ENDING},
    digest::{self, Digests},
    disk, migrate, open, rota, sealed_copy, verify,
};
use crate::{Reading, Result, refusal};

/// Pages copied between two looks at whether to stop.
const PAGES_A_STEP: i32 = 512;

/// A backup that was restored and compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Backup {
    /// The file.
    pub file: PathBuf,
    /// What it says of itself.
    pub head: BackupHead,
}

/// What making a backup did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Made {
    /// The backup.
    pub backup: Backup,
    /// How many tables were compared, row by row.
    pub tables: usize,
    /// How many journal entries were read again.
    pub entries: u64,
    /// Older ones that were thinned.
    pub thinned: Vec<PathBuf>,
}

/// Files that are gone when the work is, however it ends.
struct Scratch(Vec<PathBuf>);

impl Drop for Scratch {
    fn drop(&mut self) {
        for path in &self.0 {
            for ending in ["", "-wal", "-shm", "-journal"] {
                let _ = fs::remove_file(format!("{}{ending}", path.display()));
            }
        }
    }
}

impl Record {
    /// The digest of every table's rows: two records with the same digests hold the same.
    pub fn digests(&self) -> Result<Digests> {
        self.read(|reading| digest::digests(reading.connection()))
    }

    /// Makes a backup in `folder`, restores it, compares, gives it its name and thins older ones. `step` is told how far it
    /// is and may stop it.
    pub fn back_up(
        &self,
        folder: &Path,
        day: Day,
        at: &str,
        mut step: impl FnMut(u64, u64) -> Result<()>,
    ) -> Result<Made> {
        let path = self.path().ok_or_else(|| refusal!("fault", detail = "a record in memory has no backup"))?;
        disk::reach(folder)?;
        let _beside = self.open_beside();
        let key = self.key();
        let key_file = path.with_file_name("office.key");
        let stem = name_of(at);
        let scratch = |what: &str| folder.join(format!("{stem}-{}.{what}", serial()));
        let (copy, packed, keys, restored) =
            (scratch("copying"), scratch("packing"), scratch("trying-key"), scratch("trying"));
        let _scratch = Scratch(vec![copy.clone(), packed.clone(), keys.clone(), restored.clone()]);

        // Both files as they stand at one moment between two goings of a case from one to the other.
        let (copied, sealed) = self.while_nothing_moves(|| {
            let copied = copy_of(path, &key, &copy, (day, at), &mut step);
            (copied, path.parent().map_or(Ok(None), sealed_copy::gather))
        });
        let ((mut head, expected), sealed) = (copied?, sealed?);
        container::pack(&mut head, &key_file, &copy, sealed.as_deref(), &packed)?;
        let (_, sealed_again) = container::unpack(&packed, &keys, &restored)?;
        if sealed_again != sealed {
            return Err(refusal!("backup_differs", what = "office.anjuan-sealed"));
        }
        let read_again = fs::read(&keys).and_then(|tried| Ok(tried == fs::read(&key_file)?)).map_err(disk::fault)?;
        if !read_again {
            return Err(refusal!("backup_differs", what = "office.key"));
        }
        let entries = compare(&restored, &key, &expected)?;

        let file = free_name(folder, &stem);
        fs::rename(&packed, &file).and_then(|()| disk::sync_names(folder)).map_err(disk::fault)?;
        let thinned = thin(folder, &file, &head)?;
        Ok(Made { backup: Backup { file, head }, tables: expected.len(), entries, thinned })
    }
}

/// The backups of an office in a folder, oldest first. Files that can't be read are left out.
pub fn backups_in(folder: &Path, office: &str) -> Vec<Backup> {
    let Ok(files) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut found: Vec<Backup> = files
        .flatten()
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == ENDING))
        .filter_map(|file| container::head_of(&file).ok().map(|head| Backup { file, head }))
        .filter(|backup| office.is_empty() || backup.head.office == office)
        .collect();
    found.sort_by(|one, other| (&one.head.at, &one.file).cmp(&(&other.head.at, &other.file)));
    found
}

/// Which office a record is: the beginning of the digest of its first entry.
pub fn office_of(reading: &Reading<'_>) -> Result<String> {
    let first =
        reading.maybe("SELECT substr(lower(hex(hash)), 1, 16) FROM journal WHERE entry = 1", [], |r| r.get(0))?;
    first.ok_or_else(|| refusal!("backup_of_nothing"))
}

/// Copies the record as it stands and says what is in the copy, both in one transaction of the reading side.
fn copy_of(
    from: &Path,
    key: &FileKey,
    to: &Path,
    (day, at): (Day, &str),
    step: &mut impl FnMut(u64, u64) -> Result<()>,
) -> Result<(BackupHead, Digests)> {
    let mut source = open::connect_reader(from, key)?;
    let transaction = source.transaction()?;
    let (entry, digest): (i64, String) = transaction
        .query_row("SELECT entry, lower(hex(hash)) FROM journal ORDER BY entry DESC LIMIT 1", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .map_err(|error| match error {
            rusqlite::Error::QueryReturnedNoRows => refusal!("backup_of_nothing"),
            other => other.into(),
        })?;
    let office = office_of(&Reading::new(&transaction))?;
    let schema = migrate::schema_of(&transaction)?;
    let digests = digest::digests(&transaction)?;
    copy_pages(&transaction, key, to, step)?;
    let head = BackupHead {
        format: 1,
        office,
        at: at.to_owned(),
        day,
        entry,
        digest,
        schema,
        key_bytes: 0,
        record_bytes: 0,
        sealed_bytes: 0,
        sha256: String::new(),
    };
    Ok((head, digests))
}

/// Copies a record as it stands.
pub(super) fn copy_plainly(from: &Path, key: &FileKey, to: &Path) -> Result<()> {
    let mut source = open::connect_reader(from, key)?;
    let transaction = source.transaction()?;
    copy_pages(&transaction, key, to, &mut |_, _| Ok(()))
}

pub(super) fn copy_pages(
    source: &Connection,
    key: &FileKey,
    to: &Path,
    step: &mut impl FnMut(u64, u64) -> Result<()>,
) -> Result<()> {
    let mut target = Connection::open(to)?;
    open::give_key(&target, key)?;
    {
        let copying = backup::Backup::new(source, &mut target)?;
        loop {
            let done = copying.step(PAGES_A_STEP)?;
            let progress = copying.progress();
            let total = u64::try_from(progress.pagecount).unwrap_or(0);
            step(total.saturating_sub(u64::try_from(progress.remaining).unwrap_or(0)), total)?;
            match done {
                backup::StepResult::Done => break,
                backup::StepResult::More => {}
                _ => return Err(refusal!("record_busy")),
            }
        }
    }
    // The copy is one file: nothing of it may stay in a log beside it.
    target.execute_batch("PRAGMA journal_mode = DELETE;")?;
    target.close().map_err(|(_, error)| error)?;
    Ok(())
}

/// Opens what was restored, verifies it as a whole and compares every table. Gives the number of entries read.
fn compare(restored: &Path, key: &FileKey, expected: &Digests) -> Result<u64> {
    let connection = open::connect_plainly(restored, key)?;
    let sound = verify::verify(&Reading::new(&connection), true)?;
    if let Some(problem) = sound.problems.first() {
        return Err(refusal!("backup_differs", what = format!("{}: {}", problem.code, problem.detail)));
    }
    let differing = digest::differing(expected, &digest::digests(&connection)?);
    if !differing.is_empty() {
        return Err(refusal!("backup_differs", what = differing.join(", ")));
    }
    Ok(sound.entries)
}

/// Lets go what the rota does not keep, after the newest was read once more from the disk.
fn thin(folder: &Path, newest: &Path, head: &BackupHead) -> Result<Vec<PathBuf>> {
    let mut all = backups_in(folder, &head.office);
    // A clock that was wrong may have dated others later than this one; the one just verified is the newest all the same.
    if let Some(at) = all.iter().position(|backup| backup.file == newest) {
        let this = all.remove(at);
        all.push(this);
    }
    let days: Vec<Day> = all.iter().map(|backup| backup.head.day).collect();
    let going: Vec<PathBuf> =
        rota::may_go(&days).into_iter().filter_map(|at| all.get(at)).map(|backup| backup.file.clone()).collect();
    if going.is_empty() {
        return Ok(going);
    }
    let again =
        Scratch(vec![folder.join(format!("{}.again-key", serial())), folder.join(format!("{}.again", serial()))]);
    if let [key, record] = again.0.as_slice() {
        container::unpack(newest, key, record)?;
    }
    for file in going.iter().filter(|file| *file != newest) {
        fs::remove_file(file).map_err(disk::fault)?;
    }
    Ok(going)
}

/// `anjuan-2026-03-05-010203` from an instant.
fn name_of(at: &str) -> String {
    let digits: String = at.chars().take(19).filter(char::is_ascii_digit).collect();
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or("0");
    format!("anjuan-{}-{}-{}-{}", part(0, 4), part(4, 6), part(6, 8), part(8, 14))
}

/// A name that no file has yet; two backups of one second are told apart by a number.
fn free_name(folder: &Path, stem: &str) -> PathBuf {
    let mut file = folder.join(format!("{stem}.{ENDING}"));
    let mut at = 2;
    while file.exists() {
        file = folder.join(format!("{stem}-{at}.{ENDING}"));
        at += 1;
    }
    file
}

/// Tells files of one moment apart.
pub(super) fn serial() -> String {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    format!("{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}
