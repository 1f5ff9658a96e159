//! The file of a backup: one line of head in plain words, then the key file and the record as they are, both encrypted.
//!
//! What the head says is never believed by itself: the digest covers what follows it, and the record inside says how far it goes.

use std::{
    fs::{self, File},
    io::{BufRead as _, BufReader, Read, Write},
    path::Path,
};

use anjuan_law::Day;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::{disk, keys::hex};
use crate::{Result, refusal};

/// Ending of a backup's name.
pub const ENDING: &str = "anjuan-backup";
const MAGIC: &str = "ANJUAN BACKUP\n";
const LONGEST_HEAD: u64 = 64 * 1024;

/// What the head of a backup says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct BackupHead {
    /// Form of the file.
    pub format: u32,
    /// Which office: the beginning of the digest of its first entry.
    pub office: String,
    /// When it was made, UTC.
    pub at: String,
    /// The day of the office on which it was made.
    pub day: Day,
    /// The last journal entry in it.
    pub entry: i64,
    /// Digest of that entry.
    pub digest: String,
    /// Schema of the record.
    pub schema: u32,
    /// Length of the key file.
    pub key_bytes: u64,
    /// Length of the record.
    pub record_bytes: u64,
    /// Length of what lies sealed, with the wraps of its own key; 0 where nothing does.
    #[serde(default, skip_serializing_if = "is_nothing")]
    pub sealed_bytes: u64,
    /// SHA-256 over all of them.
    pub sha256: String,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
fn is_nothing(bytes: &u64) -> bool {
    *bytes == 0
}

/// Writes a backup and brings it onto the disk. Lengths and digest of `head` are set here.
pub(super) fn pack(
    head: &mut BackupHead,
    key_file: &Path,
    record: &Path,
    sealed: Option<&[u8]>,
    to: &Path,
) -> Result<()> {
    let sealed = sealed.unwrap_or_default();
    let pack = |head: &mut BackupHead| -> std::io::Result<()> {
        let keys = fs::read(key_file)?;
        head.key_bytes = keys.len() as u64;
        head.record_bytes = fs::metadata(record)?.len();
        head.sealed_bytes = sealed.len() as u64;
        // A program that knows nothing of sealed files must not bring back half of an office.
        head.format = if sealed.is_empty() { 1 } else { 2 };
        let mut digest = Sha256::new();
        digest.update(&keys);
        each_block(&mut File::open(record)?, u64::MAX, |block| {
            digest.update(block);
            Ok(())
        })?;
        digest.update(sealed);
        head.sha256 = hex(&digest.finalize());
        let mut file = File::create(to)?;
        file.write_all(MAGIC.as_bytes())?;
        file.write_all(serde_json::to_string(head)?.as_bytes())?;
        file.write_all(b"\n")?;
        file.write_all(&keys)?;
        each_block(&mut File::open(record)?, u64::MAX, |block| file.write_all(block))?;
        file.write_all(sealed)?;
        file.sync_all()
    };
    pack(head).map_err(disk::fault)
}

/// Reads the head of a backup.
pub fn head_of(path: &Path) -> Result<BackupHead> {
    Ok(open(path)?.0)
}

fn open(path: &Path) -> Result<(BackupHead, BufReader<File>)> {
    let file = File::open(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => refusal!("backup_missing", file = path.display()).at("file"),
        _ => disk::fault(error),
    })?;
    let broken = || refusal!("record_backup_broken", file = path.display()).at("file");
    let mut reader = BufReader::new(file);
    let mut magic = vec![0; MAGIC.len()];
    reader.read_exact(&mut magic).map_err(|_| broken())?;
    if magic != MAGIC.as_bytes() {
        return Err(refusal!("backup_not_one", file = path.display()).at("file"));
    }
    let mut line = Vec::new();
    reader.by_ref().take(LONGEST_HEAD).read_until(b'\n', &mut line).map_err(disk::fault)?;
    let head: BackupHead = serde_json::from_slice(&line).map_err(|_| broken())?;
    if !(1..=2).contains(&head.format) {
        return Err(refusal!("record_newer_than_program", found = head.format, known = 2));
    }
    Ok((head, reader))
}

/// Takes key file and record out of a backup, and gives what lies sealed in it. What does not have the digest of the head is refused, and then nothing is left.
pub(super) fn unpack(path: &Path, key_file: &Path, record: &Path) -> Result<(BackupHead, Option<Vec<u8>>)> {
    let (head, mut reader) = open(path)?;
    let mut digest = Sha256::new();
    let mut take = |length: u64, to: &Path| -> std::io::Result<u64> {
        let mut file = File::create(to)?;
        let mut taken = 0;
        each_block(&mut reader, length, |block| {
            digest.update(block);
            taken += block.len() as u64;
            file.write_all(block)
        })?;
        file.sync_all()?;
        Ok(taken)
    };
    let taken = take(head.key_bytes, key_file).and_then(|keys| Ok((keys, take(head.record_bytes, record)?)));
    let (keys, rows) = taken.map_err(disk::fault)?;
    let mut sealed = Vec::new();
    each_block(&mut reader, head.sealed_bytes, |block| {
        digest.update(block);
        sealed.extend_from_slice(block);
        Ok(())
    })
    .map_err(disk::fault)?;
    let whole = keys == head.key_bytes && rows == head.record_bytes && sealed.len() as u64 == head.sealed_bytes;
    if !whole || hex(&digest.finalize()) != head.sha256 {
        for left in [key_file, record] {
            let _ = fs::remove_file(left);
        }
        return Err(refusal!("record_backup_broken", file = path.display()).at("file"));
    }
    Ok((head, Some(sealed).filter(|sealed| !sealed.is_empty())))
}

fn each_block(
    from: &mut impl Read,
    length: u64,
    mut each: impl FnMut(&[u8]) -> std::io::Result<()>,
) -> std::io::Result<()> {
    let mut block = vec![0; 1 << 18];
    let mut from = from.take(length);
    loop {
        let read = from.read(&mut block)?;
        match block.get(..read) {
            Some([]) | None => return Ok(()),
            Some(part) => each(part)?,
        }
    }
}
