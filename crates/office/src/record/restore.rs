//! The way back: a backup is unpacked into an empty folder, verified as a whole, and what the segments say after it is done
//! again, entry by entry, until record and journal stand exactly where the last acknowledged change left them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use rusqlite::{Connection, TransactionBehavior};
use serde::Serialize;

use super::{
    Entry, FileKey, KeyFile, Reading, Record, Work, changes, container, disk, journal, migrate, open, packed, place,
    sealed_copy, segment, verify, vouched::Vouched,
};
use crate::{Actor, Result, derive, refusal};

/// What was restored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Restored {
    /// Where.
    pub folder: PathBuf,
    /// The last entry that the backup had.
    pub backup_entry: i64,
    /// The last entry that stands there now.
    pub entry: i64,
    /// Its digest.
    pub digest: String,
    /// Segment files that could not be read to their end, and why.
    pub unreadable: Vec<String>,
}

/// How the person shows that he may open the office.
pub enum Secret<'s> {
    /// A person's passphrase, as it was when the backup was made.
    Passphrase(&'s str, &'s str),
    /// The recovery key.
    Recovery(&'s str),
}

/// Restores a backup into `to`, which must hold no record. `segments` names the folder of the second copy, if there is one.
pub fn restore(file: &Path, to: &Path, secret: &Secret<'_>, segments: Option<&Path>) -> Result<Restored> {
    place::refuse_unsafe(to)?;
    fs::create_dir_all(to).map_err(disk::fault)?;
    let (record, keys) = (Record::file_in(to), Record::key_file_in(to));
    if record.exists() || keys.exists() {
        return Err(refusal!("record_exists_already").at("to"));
    }
    // Under other names first: only a restored record that is sound gets the names that the program opens.
    let (trying, trying_key) = (to.join("restoring.record"), to.join("restoring.key"));
    let done = (|| {
        let (head, sealed) = container::unpack(file, &trying_key, &trying)?;
        let mut sealed = sealed.map(|piece| (head.entry, piece));
        let key = open_key(&trying_key, secret)?;
        let mut connection = open::connect_plainly(&trying, &key)?;
        refuse_unsound(&connection, (head.entry, &head.digest))?;
        let mut unreadable = Vec::new();
        if let Some(folder) = segments {
            let mut opening = vec![key.clone()];
            // The file may have been given a new key since: what was written after that is under it.
            opening.extend(open_key(&segment::keys_in(folder, &head.office), secret));
            let kept = segment::read(folder, &head.office, &opening)?;
            unreadable = kept.unreadable;
            migrate::migrate(&mut connection, |_| Ok(()))?;
            if let Some(newer) = sealed_copy::newest_in(folder, &head.office)?.filter(|(entry, _)| *entry > head.entry)
            {
                sealed = Some(newer);
            }
            let upto = sealed.as_ref().map_or(0, |(entry, _)| *entry);
            let stayed = replay(&mut connection, &kept.entries, upto)?;
            unreadable.extend(stayed.iter().map(|entry| format!("case_seal {entry}")));
        }
        if let Some((_, piece)) = &sealed {
            sealed_copy::scatter(piece, to)?;
        }
        let (entry, digest) = verify_again(&connection)?;
        connection.close().map_err(|(_, error)| error)?;
        Ok(Restored { folder: to.to_owned(), backup_entry: head.entry, entry, digest, unreadable })
    })();
    let kept = done.and_then(|restored: Restored| {
        fs::File::open(&trying).and_then(|file| file.sync_all()).map_err(disk::fault)?;
        fs::rename(&trying, &record)
            .and_then(|()| fs::rename(&trying_key, &keys))
            .and_then(|()| disk::sync_names(to))
            .map_err(disk::fault)?;
        Ok(restored)
    });
    if kept.is_err() {
        for left in [&trying, &trying_key] {
            for ending in ["", "-wal", "-shm", "-journal"] {
                let _ = fs::remove_file(format!("{}{ending}", left.display()));
            }
        }
    }
    kept
}

/// Moves what lies in an office's folder into a folder beside, so that a backup can take its place. Not a byte is lost.
pub fn set_aside(folder: &Path, at: &str) -> Result<Option<PathBuf>> {
    let files: Vec<PathBuf> = fs::read_dir(folder)
        .map(|files| files.flatten().map(|file| file.path()).filter(|path| is_of_record(path)).collect())
        .unwrap_or_default();
    if files.is_empty() {
        return Ok(None);
    }
    let stamp: String = at.chars().take(19).filter(char::is_ascii_digit).collect();
    let mut aside = folder.join(format!("set-aside-{stamp}"));
    let mut number = 2;
    while aside.exists() {
        aside = folder.join(format!("set-aside-{stamp}-{number}"));
        number += 1;
    }
    fs::create_dir_all(&aside).map_err(disk::fault)?;
    for file in files {
        if let Some(name) = file.file_name() {
            fs::rename(&file, aside.join(name)).map_err(disk::fault)?;
        }
    }
    disk::sync_names(folder).map_err(disk::fault)?;
    Ok(Some(aside))
}

/// Moves a record that was restored beside into the office's folder, which holds none.
pub fn move_in(from: &Path, folder: &Path) -> Result<()> {
    let moved = || -> std::io::Result<()> {
        fs::rename(Record::file_in(from), Record::file_in(folder))?;
        fs::rename(Record::key_file_in(from), Record::key_file_in(folder))?;
        for of in [sealed_copy::sealed_file_in, sealed_copy::sealed_keys_in] {
            if of(from).exists() {
                fs::rename(of(from), of(folder))?;
            }
        }
        fs::remove_dir_all(from)?;
        disk::sync_names(folder)
    };
    moved().map_err(disk::fault)
}

fn is_of_record(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    path.is_file() && (name == "office.key" || name.starts_with("office.anjuan"))
}

fn open_key(key_file: &Path, secret: &Secret<'_>) -> Result<FileKey> {
    let keys = KeyFile::load(key_file)?;
    match secret {
        Secret::Passphrase(login, passphrase) => keys.open(login, passphrase),
        Secret::Recovery(text) => keys.open_with_recovery(text),
    }
}

fn refuse_unsound(connection: &Connection, (entry, digest): (i64, &str)) -> Result<()> {
    let reading = Reading::new(connection);
    let sound = verify::verify(&reading, true)?;
    if let Some(problem) = sound.problems.first() {
        return Err(refusal!("backup_differs", what = format!("{}: {}", problem.code, problem.detail)));
    }
    let there = (i64::try_from(sound.entries).unwrap_or(0), sound.head.unwrap_or_default());
    match there == (entry, digest.to_owned()) {
        true => Ok(()),
        false => Err(refusal!("backup_differs", what = format!("{} {}", there.0, there.1))),
    }
}

fn verify_again(connection: &Connection) -> Result<(i64, String)> {
    let sound = verify::verify(&Reading::new(connection), false)?;
    match sound.problems.first() {
        Some(problem) => Err(refusal!("backup_differs", what = format!("{}: {}", problem.code, problem.detail))),
        None => Ok((i64::try_from(sound.entries).unwrap_or(0), sound.head.unwrap_or_default())),
    }
}

/// Does again what the segments say after the backup's last entry. All of it or nothing. A case that was sealed since leaves
/// again where what lies sealed is as new as that (`sealed_upto`); else it stays, and the sealings are given that are to be done
/// anew.
fn replay(connection: &mut Connection, entries: &[Entry], sealed_upto: i64) -> Result<Vec<i64>> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Rows come in the order of the journal, so what refers to a later row of its own entry is looked at in the end only.
    transaction.execute_batch("PRAGMA defer_foreign_keys = ON;")?;
    let (mut last, mut hash): (i64, Vec<u8>) =
        transaction.query_row("SELECT entry, hash FROM journal ORDER BY entry DESC LIMIT 1", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    let by = Actor::program();
    let mut vouched = Vouched::default();
    entries.iter().try_for_each(|entry| vouched.add(&Reading::new(&transaction), entry))?;
    let (mut day, mut stayed) = (None, Vec::new());
    for entry in entries.iter().filter(|entry| entry.entry.get() > last).cloned().collect::<Vec<_>>() {
        let broken = |code: &str| refusal!("segments_do_not_follow", entry = entry.entry, what = code);
        if entry.entry.get() != last + 1 || entry.parent_hash != hash {
            return Err(broken("entry_missing"));
        }
        let computed = entry.computed_hash();
        if computed.as_slice() != entry.hash && !vouched.holds(&entry, &computed) {
            return Err(broken("entry_altered"));
        }
        if entry.schema > migrate::newest_schema() {
            return Err(refusal!("record_newer_than_program", found = entry.schema, known = migrate::newest_schema()));
        }
        if !entry.changeset.is_empty() {
            packed::apply(&transaction, &entry.changeset).map_err(|_| broken("changeset"))?;
        }
        let work = Work::new(Reading::new(&transaction), &by, entry.day);
        let left = work.leave_again(&entry, entry.entry.get() <= sealed_upto)?;
        stayed.extend((!left).then_some(entry.entry.get()));
        let cases = changes::touched(&transaction, &entry.changeset)?.cases;
        (last, hash, day) = (entry.entry.get(), entry.hash.clone(), Some(entry.day));
        journal::keep(&transaction, entry, &cases)?;
    }
    if let Some(day) = day {
        derive::rebuild_plainly(&Work::new(Reading::new(&transaction), &by, day))?;
    }
    transaction.commit()?;
    Ok(stayed)
}
