//! A new key for the file: all of it is written anew beside, verified and compared, and only then takes the old one's place.
//!
//! The same for the file of the sealed cases, under its own names.
//!
//! The order, each step brought onto the disk before the next: the record beside (`office.anjuan.rekeyed`), the key file beside
//! (`office.key.rekeyed`, which says by its first bytes which record it opens), the record into its place, the key file into its
//! place. Wherever it ends, [`settle`] finds either the old pair or the new one: where the record in place is the one that the
//! new key file opens, the key file follows; else what lies beside is dropped.

use std::{
    fs,
    io::Read as _,
    path::{Path, PathBuf},
    sync::{PoisonError, TryLockError},
    time::Duration,
};

use anjuan_law::Day;
use rusqlite::Connection;

use super::{
    FileKey, Hold, Holder, KeyFile, Reading, Record, backup, digest, disk, keys::hex, open, sealed_file_in, verify,
};
use crate::{Result, refusal};

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RekeyStep {
    /// Pages are copied under the new key: so many of so many.
    Copying(u64, u64),
    /// What was copied is whole and the same.
    Compared,
    /// The key file lies beside.
    KeysBeside,
    /// The record took its place.
    RecordInPlace,
    /// The key file too.
    Done,
}

/// Tries of a hundredth of a second for everybody to have done reading.
const PATIENCE: u32 = 300;

impl Record {
    /// Gives the file a new key. `step` may stop it until the key file lies beside; from then on its refusal is that of a
    /// process that ended there.
    pub fn rekey(&self, day: Day, mut step: impl FnMut(RekeyStep) -> Result<()>) -> Result<KeyFile> {
        let path = self.path().ok_or_else(|| refusal!("fault", detail = "a record in memory has no key file"))?;
        self.refuse_when_halted()?;
        let _alone = self.alone()?;
        let mut writer = self.writer();
        let (old, new) = (self.key(), FileKey::random()?);
        let beside = Beside::of(path);
        let keys = KeyFile::load(&beside.keys_in_place)?.with_new_key(&old, &new, day)?;
        beside.drop_all()?;
        let made = write_beside(&writer, path, (&old, &new), keys, &beside, &mut step);
        let keys = made.inspect_err(|_| {
            let _ = beside.drop_all();
        })?;
        step(RekeyStep::KeysBeside)?;

        // From here on only forward: the writer closes, the record takes its place, the key follows.
        self.close_readers();
        drop(std::mem::replace(&mut *writer, Connection::open_in_memory()?));
        let reopened = (|| {
            beside.take_place(path, &mut step)?;
            open::connect(Some(path), &new)
        })();
        match reopened {
            Ok(connection) => *writer = connection,
            // Nothing can be written any more; the next start settles it.
            Err(refused) => {
                let fault = refusal!("record_disk_fault", detail = refused.code);
                self.note(fault);
                return Err(refused);
            }
        }
        *self.key.lock().unwrap_or_else(PoisonError::into_inner) = new;
        self.second_copy_anew(&Reading::new(&writer));
        Ok(keys)
    }

    /// Waits until nobody else has the file open, and keeps it so.
    fn alone(&self) -> Result<std::sync::RwLockWriteGuard<'_, ()>> {
        for _ in 0..PATIENCE {
            match self.gate.try_write() {
                Ok(alone) => return Ok(alone),
                Err(TryLockError::Poisoned(held)) => return Ok(held.into_inner()),
                Err(TryLockError::WouldBlock) => std::thread::park_timeout(Duration::from_millis(10)),
            }
        }
        Err(refusal!("record_busy"))
    }
}

/// What lies beside until it takes its place.
struct Beside {
    record: PathBuf,
    keys: PathBuf,
    keys_in_place: PathBuf,
}

impl Beside {
    fn of(path: &Path) -> Self {
        let ending = |path: &Path, ending: &str| PathBuf::from(format!("{}.{ending}", path.display()));
        let keys_in_place = match path.file_name().is_some_and(|name| name == "office.anjuan") {
            true => path.with_file_name("office.key"),
            false => ending(path, "key"),
        };
        Self { record: ending(path, "rekeyed"), keys: ending(&keys_in_place, "rekeyed"), keys_in_place }
    }

    fn is_nothing(&self) -> bool {
        !self.keys.exists() && !self.record.exists()
    }

    /// The key file first: alone beside a record that is not in place it would say what is not so.
    fn drop_all(&self) -> Result<()> {
        for file in [&self.keys, &self.record] {
            // A key file is written as a whole, under this name first.
            for ending in ["", ".new", "-wal", "-shm", "-journal"] {
                remove(&PathBuf::from(format!("{}{ending}", file.display())))?;
            }
            sync(file)?;
        }
        Ok(())
    }

    fn take_place(&self, path: &Path, step: &mut impl FnMut(RekeyStep) -> Result<()>) -> Result<()> {
        // The log was written back and the writer is closed: what is left of it is empty.
        for ending in ["-wal", "-shm"] {
            remove(&PathBuf::from(format!("{}{ending}", path.display())))?;
        }
        sync(path)?;
        fs::rename(&self.record, path).map_err(disk::fault)?;
        sync(path)?;
        step(RekeyStep::RecordInPlace)?;
        self.keys_take_place(path)?;
        step(RekeyStep::Done)
    }

    fn keys_take_place(&self, path: &Path) -> Result<()> {
        let mut keys = KeyFile::load(&self.keys)?;
        keys.opens = None;
        keys.save(&self.keys_in_place)?;
        remove(&self.keys)?;
        sync(path)
    }
}

fn write_beside(
    writer: &Connection,
    path: &Path,
    (old, new): (&FileKey, &FileKey),
    mut keys: KeyFile,
    beside: &Beside,
    step: &mut impl FnMut(RekeyStep) -> Result<()>,
) -> Result<KeyFile> {
    // Whatever stands in the log only would be left behind with it.
    let busy: i64 = writer.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if busy != 0 {
        return Err(refusal!("record_busy"));
    }
    let source = open::connect_reader(path, old)?;
    let transaction = source.unchecked_transaction()?;
    let expected = digest::digests(&transaction)?;
    backup::copy_pages(&transaction, new, &beside.record, &mut |done, total| step(RekeyStep::Copying(done, total)))?;
    drop(transaction);
    drop(source);
    {
        let copied = open::connect_plainly(&beside.record, new)?;
        let sound = verify::verify(&Reading::new(&copied), true)?;
        if let Some(problem) = sound.problems.first() {
            return Err(refusal!("backup_differs", what = format!("{}: {}", problem.code, problem.detail)));
        }
        let differing = digest::differing(&expected, &digest::digests(&copied)?);
        if !differing.is_empty() {
            return Err(refusal!("backup_differs", what = differing.join(", ")));
        }
    }
    fs::File::open(&beside.record).and_then(|file| file.sync_all()).map_err(disk::fault)?;
    sync(&beside.record)?;
    step(RekeyStep::Compared)?;
    keys.opens = Some(first_bytes(&beside.record)?);
    keys.save(&beside.keys)?;
    keys.opens = None;
    Ok(keys)
}

/// Ends what a process that was giving a file a new key left behind. Nothing to do is the usual case; where another process
/// holds the record it is that one's matter.
pub fn settle(folder: &Path, holder: &Holder) -> Result<()> {
    let both = [Record::file_in(folder), sealed_file_in(folder)];
    if both.iter().all(|path| Beside::of(path).is_nothing()) {
        return Ok(());
    }
    let Ok(_hold) = Hold::take(folder, holder) else {
        return Ok(());
    };
    both.iter().try_for_each(|path| settle_one(path))
}

/// The same for the file of the sealed cases alone, where the office is open and it is not.
pub fn settle_sealed(folder: &Path) -> Result<()> {
    settle_one(&sealed_file_in(folder))
}

fn settle_one(path: &Path) -> Result<()> {
    let beside = Beside::of(path);
    if beside.is_nothing() {
        return Ok(());
    }
    let in_place = match KeyFile::load(&beside.keys) {
        Ok(keys) => keys.opens.is_some() && keys.opens == Some(first_bytes(path)?),
        Err(_) => false,
    };
    if in_place { beside.keys_take_place(path) } else { beside.drop_all() }
}

/// The first bytes of a record: random, and others in every file.
fn first_bytes(record: &Path) -> Result<String> {
    let mut bytes = [0; 16];
    fs::File::open(record).and_then(|mut file| file.read_exact(&mut bytes)).map_err(disk::fault)?;
    Ok(hex(&bytes))
}

fn remove(file: &Path) -> Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(disk::fault(error)),
        _ => Ok(()),
    }
}

fn sync(file: &Path) -> Result<()> {
    file.parent().map_or(Ok(()), disk::sync_names).map_err(disk::fault)
}
