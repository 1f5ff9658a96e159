//! Opening: key, pragmas, migrations; then the writer and the pool of readers.

use std::{
    fs,
    io::Read as _,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, Once, PoisonError, RwLock, RwLockReadGuard},
};

use rusqlite::{Connection, OpenFlags, config::DbConfig, functions::FunctionFlags};

use super::{FileKey, Hold, Holder, Reading, StationKey, disk, migrate, place, retold, segment::Segments};
use crate::{Refusal, Result, derive, refusal};

/// The oldest SQLite whose write-ahead log is known to be free of the reset fault.
const OLDEST_SQLITE: i32 = 3_051_003;
const READERS_KEPT: usize = 3;

/// An open record. One writer, a few readers, and the hold on the folder.
pub struct Record {
    path: Option<PathBuf>,
    pub(super) key: Mutex<FileKey>,
    /// Whoever has the file open beside the writer holds it; alone it is held while the file is given a new key.
    pub(super) gate: RwLock<()>,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
    /// Why nothing is written any more until the record is opened anew.
    halted: Mutex<Option<Refusal>>,
    pub(super) second_copy: Mutex<SecondCopy>,
    pub(super) station: Mutex<Option<StationKey>>,
    /// Held while a case goes from one file to the other, and while both are copied.
    pub(super) moving: Mutex<()>,
    _hold: Option<Hold>,
}

/// How the second copy stands.
#[derive(Default)]
pub(super) struct SecondCopy {
    /// Where it goes, also while that can't be reached.
    pub folder: Option<PathBuf>,
    pub segments: Option<Segments>,
    /// Why the last append failed; the entries that are missing are added by the next that succeeds.
    pub fault: Option<Refusal>,
}

impl Record {
    /// Where the file lies in an office's folder.
    pub fn file_in(folder: &Path) -> PathBuf {
        folder.join("office.anjuan")
    }

    /// Where the key file lies.
    pub fn key_file_in(folder: &Path) -> PathBuf {
        folder.join("office.key")
    }

    /// Makes a new, empty record in `folder`. Refuses where there is one already.
    pub fn create(folder: &Path, key: FileKey, holder: &Holder) -> Result<Self> {
        place::refuse_unsafe(folder)?;
        fs::create_dir_all(folder).map_err(disk::fault)?;
        let path = Self::file_in(folder);
        let hold = Hold::take(folder, holder)?;
        if path.exists() {
            return Err(refusal!("record_exists_already"));
        }
        let record = Self::start(path, key, Some(hold))?;
        // Nothing is recorded yet, so nothing follows.
        derive::is_up_to_date(&record)?;
        Ok(record)
    }

    /// Opens the record in `folder`. Refuses a plaintext file, a wrong key, a file newer than the program, a held one.
    pub fn open(folder: &Path, key: FileKey, holder: &Holder) -> Result<Self> {
        Self::open_telling(folder, key, holder, |_, _| Ok(()))
    }

    /// Opens the record in `folder`. Where it was last open in a program of other law, checks or tables, what follows from
    /// the record is derived anew before anybody sees it; `progress` gets how many cases are done and how many there are.
    pub fn open_telling(
        folder: &Path,
        key: FileKey,
        holder: &Holder,
        progress: impl FnMut(u64, u64) -> Result<()>,
    ) -> Result<Self> {
        place::refuse_unsafe(folder)?;
        let path = Self::file_in(folder);
        let hold = Hold::take(folder, holder)?;
        refuse_foreign(&path)?;
        retold::clear_away(folder);
        let record = Self::start(path, key, Some(hold))?;
        derive::renew(&record, progress)?;
        Ok(record)
    }

    /// Makes or opens a file beside an office's own, held by whoever holds the office.
    pub fn beside(path: &Path, key: FileKey, make: bool) -> Result<Self> {
        match make {
            true if path.exists() => return Err(refusal!("record_exists_already")),
            true => {}
            false => refuse_foreign(path)?,
        }
        let record = Self::start(path.to_owned(), key, None)?;
        if make {
            derive::is_up_to_date(&record)?;
        } else {
            derive::renew(&record, |_, _| Ok(()))?;
        }
        record.settle()?;
        Ok(record)
    }

    fn start(path: PathBuf, key: FileKey, hold: Option<Hold>) -> Result<Self> {
        let mut writer = connect(Some(&path), &key)?;
        migrate::migrate(&mut writer, |next| set_aside(&path, next))?;
        Ok(Self::over(Some(path), key, writer, hold))
    }

    fn over(path: Option<PathBuf>, key: FileKey, writer: Connection, hold: Option<Hold>) -> Self {
        Self {
            path,
            key: Mutex::new(key),
            gate: RwLock::default(),
            writer: Mutex::new(writer),
            readers: Mutex::default(),
            halted: Mutex::default(),
            second_copy: Mutex::default(),
            station: Mutex::default(),
            moving: Mutex::default(),
            _hold: hold,
        }
    }

    /// A record in memory, for tests and for trying a thing out; it is gone when dropped.
    pub fn in_memory() -> Result<Self> {
        let key = FileKey::random()?;
        let mut writer = connect(None, &key)?;
        migrate::migrate(&mut writer, |_| Ok(()))?;
        Ok(Self::over(None, key, writer, None))
    }

    /// Where the file lies; nowhere for a record in memory.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The key of the file as it is now.
    pub fn key(&self) -> FileKey {
        self.key.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Held while the file is open beside the writer.
    pub(super) fn open_beside(&self) -> RwLockReadGuard<'_, ()> {
        self.gate.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn close_readers(&self) {
        self.readers.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Refuses when a fault of the disk or damage of the file was met: what was then not written must not be trusted to be
    /// there, and nothing more may be written over it.
    pub(super) fn refuse_when_halted(&self) -> Result<()> {
        match &*self.halted.lock().unwrap_or_else(PoisonError::into_inner) {
            Some(why) => Err(why.clone()),
            None => Ok(()),
        }
    }

    /// Takes note of what went wrong; damage and faults of the disk end all writing.
    pub(super) fn note(&self, refusal: Refusal) -> Refusal {
        if matches!(refusal.code.as_str(), "record_damaged" | "record_disk_fault" | "record_key_wrong") {
            self.halted.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert_with(|| refusal.clone());
        }
        refusal
    }

    /// Runs a query on a read-only connection: it sees the last committed state and never waits for the writer.
    pub fn read<T>(&self, query: impl FnOnce(&Reading<'_>) -> Result<T>) -> Result<T> {
        let Some(path) = &self.path else {
            return query(&Reading::new(&self.writer()));
        };
        let _beside = self.open_beside();
        let pooled = self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut reader = match pooled {
            Some(reader) => reader,
            None => connect_reader(path, &self.key())?,
        };
        // One transaction a question: every statement of it sees the same state.
        let answer = {
            let transaction = reader.transaction()?;
            query(&Reading::new(&transaction)).map_err(|refusal| self.note(refusal))
        };
        let mut readers = self.readers.lock().unwrap_or_else(PoisonError::into_inner);
        if readers.len() < READERS_KEPT {
            readers.push(reader);
        }
        answer
    }

    /// The writing connection. A panic in one action rolled its transaction back, so the lock is never poisoned for good.
    pub(super) fn writer(&self) -> MutexGuard<'_, Connection> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Record {
    fn drop(&mut self) {
        self.close_readers();
        // A file that is damaged stays as it is, its log beside it.
        if self.refuse_when_halted().is_ok() {
            // Advice only: a failure here loses nothing.
            let _ = self.writer().execute_batch("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE);");
        }
    }
}

/// Refuses to work with an engine whose write-ahead log may lose a save.
pub(super) fn refuse_old(number: i32, name: &str) -> Result<()> {
    if number < OLDEST_SQLITE {
        return Err(refusal!("record_sqlite_too_old", found = name));
    }
    Ok(())
}

/// Has the engine made ready before anybody opens a file. It does so at the first opening, but what belongs to the encryption comes
/// last, and whoever opens at the same moment does not wait for that: the key would be refused.
fn make_ready() {
    static READY: Once = Once::new();
    // Where this fails, so does the opening that follows, which tells why.
    READY.call_once(|| drop(Connection::open_in_memory()));
}

pub(super) fn connect(path: Option<&Path>, key: &FileKey) -> Result<Connection> {
    refuse_old(rusqlite::version_number(), rusqlite::version())?;
    make_ready();
    let connection = match path {
        Some(path) => Connection::open_with_flags(
            path,
            OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
        )?,
        None => Connection::open_in_memory()?,
    };
    give_key(&connection, key)?;
    // The log is written back by us while all is well, never by the engine on the way out.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    // In between it is written back after 16 MB, some hundred saves: whoever saves waits for it.
    connection.execute_batch(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA foreign_keys = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;
         PRAGMA mmap_size = 0;
         PRAGMA temp_store = MEMORY;
         PRAGMA cache_size = -32768;
         PRAGMA wal_autocheckpoint = 4096;",
    )?;
    connection.set_prepared_statement_cache_capacity(256);
    add_functions(&connection)?;
    Ok(connection)
}

pub(super) fn connect_reader(path: &Path, key: &FileKey) -> Result<Connection> {
    let connection = connect_aside(path, key)?;
    connection.execute_batch("PRAGMA query_only = ON;")?;
    Ok(connection)
}

/// A connection that can't write to the record, but may have tables of its own in memory.
pub(super) fn connect_aside(path: &Path, key: &FileKey) -> Result<Connection> {
    make_ready();
    let connection =
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    give_key(&connection, key)?;
    connection.execute_batch("PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384;")?;
    connection.set_prepared_statement_cache_capacity(256);
    add_functions(&connection)?;
    Ok(connection)
}

/// A connection to a file that nobody else has open: a backup being tried, a record being restored.
pub(super) fn connect_plainly(path: &Path, key: &FileKey) -> Result<Connection> {
    make_ready();
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    give_key(&connection, key)?;
    connection.execute_batch(
        "PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;",
    )?;
    add_functions(&connection)?;
    Ok(connection)
}

/// Functions for queries: `comparable(text)` is the text without regard to width, brackets, spaces and case.
pub(super) fn add_functions(connection: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    connection.create_scalar_function("comparable", 1, flags, |context| {
        Ok(match context.get_raw(0) {
            rusqlite::types::ValueRef::Text(text) => anjuan_law::text::search_key(&String::from_utf8_lossy(text)),
            _ => String::new(),
        })
    })?;
    Ok(())
}

/// Gives the raw key and reads the first page, so that a wrong key is known here and nowhere later.
pub(super) fn give_key(connection: &Connection, key: &FileKey) -> Result<()> {
    // Without this SQLCipher writes key errors to standard error.
    connection.execute_batch("PRAGMA cipher_log = 'off';").ok();
    connection.pragma_update(None, "key", key.as_pragma().as_str())?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0))?;
    Ok(())
}

fn refuse_foreign(path: &Path) -> Result<()> {
    let mut head = [0u8; 16];
    let mut file = fs::File::open(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => {
            refusal!("record_missing", folder = path.parent().unwrap_or(path).display())
        }
        _ => disk::fault(error),
    })?;
    match file.read_exact(&mut head) {
        Ok(()) if head == *b"SQLite format 3\0" => Err(refusal!("record_is_plaintext")),
        Ok(()) => Ok(()),
        Err(_) => Err(refusal!("record_damaged", detail = "shorter than one page")),
    }
}

/// Copies the file before a migration. The writer is the only one and has nothing in its log after a checkpoint.
fn set_aside(path: &Path, next: u32) -> Result<()> {
    let copy = PathBuf::from(format!("{}.before-{next:04}", path.display()));
    let copy_synced = || -> std::io::Result<()> {
        for ending in ["", "-wal"] {
            let from = PathBuf::from(format!("{}{ending}", path.display()));
            let to = PathBuf::from(format!("{}{ending}", copy.display()));
            if from.exists() {
                fs::copy(&from, &to)?;
                fs::File::open(&to)?.sync_all()?;
            }
        }
        path.parent().map_or(Ok(()), disk::sync_names)
    };
    copy_synced().map_err(disk::fault)
}
