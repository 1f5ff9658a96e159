//! The second copy: every committed entry of the journal, appended to a file on another disk.
//!
//! A segment file is a row of frames, each one entry with its changeset, sealed under a key made from the file's key and
//! brought onto the disk before the change is acknowledged. Frames are only ever added. A tail that was torn stays as it is and
//! a new file goes on behind the last whole frame. Where a record was put back to an earlier state, what it then writes
//! replaces, at the same numbers, what the lost future had said.

use std::{
    fs::{self, File, OpenOptions},
    io::{BufReader, Read, Write as _},
    path::{Path, PathBuf},
};

use chacha20poly1305::{
    XChaCha20Poly1305, XNonce,
    aead::{Aead, KeyInit, Payload},
};

use super::{Entry, FileKey, Reading, disk, keys::random};
use crate::{Result, refusal};

const ENDING: &str = "anjuan-segment";
const MAGIC: &[u8; 16] = b"ANJUAN SEGMENT1\n";
/// A file that has grown to this is followed by a new one.
const LONGEST_FILE: u64 = 16 * 1024 * 1024;
const LONGEST_FRAME: u32 = 1 << 30;

/// The segment files of one office, open for adding.
pub(super) struct Segments {
    folder: PathBuf,
    office: String,
    cipher: XChaCha20Poly1305,
    file: Option<(PathBuf, File)>,
    length: u64,
    /// Number of the newest file.
    number: u32,
    /// The last entry kept and its digest.
    last: Option<(i64, Vec<u8>)>,
}

/// What segment files hold.
pub(super) struct Kept {
    /// The entries in order, those of a lost future left out.
    pub entries: Vec<Entry>,
    /// What could not be read: a file and why. A tail that was torn, behind which a later file goes on, is none.
    pub unreadable: Vec<String>,
}

impl Segments {
    /// Opens the segment files in `folder`. A folder that is not there is only made when the person just named it: later it
    /// means that the disk is gone.
    pub fn open(folder: &Path, office: &str, key: &FileKey, make: bool) -> Result<Self> {
        if make {
            disk::reach(folder)?;
        } else if !folder.is_dir() {
            return Err(refusal!("folder_unreachable", folder = folder.display(), detail = "-").at("second"));
        }
        let cipher = cipher(key)?;
        let files = files_of(folder, office);
        let number = files.last().map_or(0, |(number, _)| *number);
        let last = last_kept(&files, &cipher);
        Ok(Self { folder: folder.to_owned(), office: office.to_owned(), cipher, file: None, length: 0, number, last })
    }

    /// Whether the record still holds the last entry that was kept here.
    pub fn follows(&self, reading: &Reading<'_>) -> Result<bool> {
        let Some((number, hash)) = &self.last else {
            return Ok(true);
        };
        let there: Option<Vec<u8>> =
            reading.maybe("SELECT hash FROM journal WHERE entry = ?1", [number], |row| row.get(0))?;
        Ok(there.as_ref() == Some(hash))
    }

    /// The files there are.
    pub fn files(&self) -> Vec<PathBuf> {
        files_of(&self.folder, &self.office).into_iter().map(|(_, path)| path).collect()
    }

    /// Says every entry of the journal anew, in a file of its own.
    pub fn say_all(&mut self, reading: &Reading<'_>) -> Result<()> {
        (self.file, self.last) = (None, None);
        self.catch_up(reading)
    }

    /// Adds every entry of the journal that is not here yet and brings it onto the disk.
    pub fn catch_up(&mut self, reading: &Reading<'_>) -> Result<()> {
        let from = match &self.last {
            None => 0,
            Some((number, hash)) => {
                let there: Option<Vec<u8>> =
                    reading.maybe("SELECT hash FROM journal WHERE entry = ?1", [number], |row| row.get(0))?;
                // The record was put back and says something else there by now: say all of it anew.
                if there.as_ref() == Some(hash) { *number } else { 0 }
            }
        };
        let before = self.last.clone();
        let added = self.add_after(reading, from);
        if added.is_err() {
            // What was begun may be torn: it stays, and a new file goes on.
            self.file = None;
            self.last = before;
        }
        added
    }

    fn add_after(&mut self, reading: &Reading<'_>, from: i64) -> Result<()> {
        let mut wrote = false;
        reading.each("SELECT * FROM journal WHERE entry > ?1 ORDER BY entry", [from], |row| {
            let entry = Entry::from_row(row)?;
            self.add(&entry).map_err(disk::fault)?;
            self.last = Some((entry.entry.get(), entry.hash));
            wrote = true;
            Ok(())
        })?;
        match &self.file {
            Some((_, file)) if wrote => file.sync_data().map_err(disk::fault),
            _ => Ok(()),
        }
    }

    fn add(&mut self, entry: &Entry) -> std::io::Result<()> {
        let frame = seal(&self.cipher, &self.office, entry)?;
        // A file whose disk was pulled out can still be written to; nobody will ever read that.
        if let Some((path, _)) = &self.file
            && !path.exists()
        {
            return Err(std::io::ErrorKind::NotFound.into());
        }
        if self.file.is_none() || self.length > LONGEST_FILE {
            self.begin_file()?;
        }
        if let Some((_, file)) = &mut self.file {
            file.write_all(&frame)?;
            self.length += frame.len() as u64;
        }
        Ok(())
    }

    fn begin_file(&mut self) -> std::io::Result<()> {
        self.number += 1;
        let path = self.folder.join(format!("{}-{:06}.{ENDING}", self.office, self.number));
        let mut file = OpenOptions::new().append(true).create_new(true).open(&path)?;
        file.write_all(MAGIC)?;
        file.sync_all()?;
        disk::sync_names(&self.folder)?;
        self.length = MAGIC.len() as u64;
        self.file = Some((path, file));
        Ok(())
    }

    /// What comes next goes into a new file.
    pub fn turn(&mut self) {
        self.file = None;
    }

    /// The last entry that is here; 0 where there is none.
    pub fn last(&self) -> i64 {
        self.last.as_ref().map_or(0, |(number, _)| *number)
    }
}

/// Reads the segment files of an office, each frame under the key that opens it.
pub(super) fn read(folder: &Path, office: &str, keys: &[FileKey]) -> Result<Kept> {
    let ciphers = keys.iter().map(cipher).collect::<Result<Vec<_>>>()?;
    Ok(read_all(&files_of(folder, office), &ciphers))
}

/// Where the key file lies beside the segments.
pub(super) fn keys_in(folder: &Path, office: &str) -> PathBuf {
    folder.join(format!("{office}.anjuan-keys"))
}

pub(super) fn files_of(folder: &Path, office: &str) -> Vec<(u32, PathBuf)> {
    let number_in = |path: &Path| -> Option<u32> {
        let name = path.file_name()?.to_str()?;
        name.strip_prefix(office)?.strip_prefix('-')?.strip_suffix(ENDING)?.strip_suffix('.')?.parse().ok()
    };
    let Ok(found) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files: Vec<(u32, PathBuf)> =
        found.flatten().filter_map(|file| Some((number_in(&file.path())?, file.path()))).collect();
    files.sort();
    files
}

fn read_all(files: &[(u32, PathBuf)], ciphers: &[XChaCha20Poly1305]) -> Kept {
    let mut kept = Kept { entries: Vec::new(), unreadable: Vec::new() };
    let mut torn = None;
    for (_, path) in files {
        let mut own = Vec::new();
        let end = read_file(path, ciphers, &mut own);
        if !own.is_empty() {
            // What was torn before is said again here.
            torn = None;
        }
        match end {
            Ok(None) => {}
            Ok(Some(at)) => torn = Some(format!("{}: frame at {at}", path.display())),
            Err(why) => kept.unreadable.push(format!("{}: {why}", path.display())),
        }
        own.into_iter().for_each(|entry| go_on(&mut kept.entries, entry));
    }
    // Nothing goes on behind it: an entry that nobody was told of, or one whose length was changed since.
    kept.unreadable.extend(torn);
    kept
}

/// Adds an entry in the place of those of a lost future.
fn go_on(entries: &mut Vec<Entry>, entry: Entry) {
    while entries.last().is_some_and(|earlier| earlier.entry >= entry.entry) {
        entries.pop();
    }
    entries.push(entry);
}

/// The last entry that can be read and its digest: in the newest file that holds any, so that an office of many years
/// need not be read through whenever somebody signs in.
fn last_kept(files: &[(u32, PathBuf)], cipher: &XChaCha20Poly1305) -> Option<(i64, Vec<u8>)> {
    files.iter().rev().find_map(|(_, path)| {
        let mut entries = Vec::new();
        // What is unreadable is told when the copy is needed; the entries behind it are said anew.
        let _ = read_file(path, std::slice::from_ref(cipher), &mut entries);
        entries.pop().map(|entry| (entry.entry.get(), entry.hash))
    })
}

/// Reads the frames of one file; gives where a tail begins that is shorter than it says, as a power cut leaves one.
fn read_file(
    path: &Path,
    ciphers: &[XChaCha20Poly1305],
    entries: &mut Vec<Entry>,
) -> std::result::Result<Option<usize>, String> {
    each_in_file(path, ciphers, &mut |entry| go_on(entries, entry))
}

/// Hands over each entry of one file; gives where a torn tail begins.
fn each_in_file(
    path: &Path,
    ciphers: &[XChaCha20Poly1305],
    each: &mut dyn FnMut(Entry),
) -> std::result::Result<Option<usize>, String> {
    let file = File::open(path).map_err(|error| error.to_string())?;
    let office = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.split('-').next()).unwrap_or("");
    read_frames(BufReader::new(file), office, ciphers, each)
}

/// What is needed of the entries in a folder to tell whether they are the journal's.
pub(super) struct Marks {
    /// Number and digest of each, in the order of the journal.
    pub entries: Vec<(i64, Vec<u8>)>,
    /// The first file is there: nobody took earlier ones away.
    pub from_first: bool,
}

/// Reads the segment files of an office for [`Marks`].
pub(super) fn marks(folder: &Path, office: &str, key: &FileKey) -> Result<Marks> {
    let ciphers = [cipher(key)?];
    let files = files_of(folder, office);
    let from_first = files.first().is_some_and(|(number, _)| *number == 1);
    let mut marks: Vec<(i64, Vec<u8>)> = Vec::new();
    for (_, path) in files {
        // What can't be read is missed by whoever looks for the entries that stood there.
        let _ = each_in_file(&path, &ciphers, &mut |entry| {
            while marks.last().is_some_and(|(earlier, _)| *earlier >= entry.entry.get()) {
                marks.pop();
            }
            marks.push((entry.entry.get(), entry.hash));
        });
    }
    Ok(Marks { entries: marks, from_first })
}

/// The entries in the bytes of one segment file, and why what follows them can't be read, where that is so.
pub fn entries_in(bytes: &[u8], office: &str, key: &FileKey) -> Result<(Vec<Entry>, Option<String>)> {
    let mut entries = Vec::new();
    let why = match read_frames(bytes, office, &[cipher(key)?], &mut |entry| go_on(&mut entries, entry)) {
        Ok(torn) => torn.map(|at| format!("frame at {at}")),
        Err(why) => Some(why),
    };
    Ok((entries, why))
}

fn read_frames(
    mut from: impl Read,
    office: &str,
    ciphers: &[XChaCha20Poly1305],
    each: &mut dyn FnMut(Entry),
) -> std::result::Result<Option<usize>, String> {
    let head = piece(&mut from, MAGIC.len())?;
    if head.as_slice() != MAGIC {
        return if MAGIC.starts_with(&head) { Ok(Some(0)) } else { Err("head".to_owned()) };
    }
    let mut at = MAGIC.len();
    loop {
        let length = piece(&mut from, 4)?;
        let Ok(length) = <[u8; 4]>::try_from(length.as_slice()) else {
            return Ok(if length.is_empty() { None } else { Some(at) });
        };
        let length = u32::from_be_bytes(length);
        if length > LONGEST_FRAME {
            return Err(format!("frame at {at}"));
        }
        let frame = piece(&mut from, length as usize)?;
        if frame.len() < length as usize {
            return Ok(Some(at));
        }
        let entry = ciphers.iter().find_map(|cipher| unseal(cipher, office, &frame));
        each(entry.ok_or_else(|| format!("frame at {at}"))?);
        at += 4 + frame.len();
    }
}

/// The next bytes; fewer where there are no more.
fn piece(from: &mut impl Read, length: usize) -> std::result::Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    from.take(length as u64).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    Ok(bytes)
}

fn cipher(key: &FileKey) -> Result<XChaCha20Poly1305> {
    XChaCha20Poly1305::new_from_slice(key.derived("segments").as_slice())
        .map_err(|_| refusal!("fault", detail = "key length"))
}

/// Length, nonce and sealed entry. The office is sealed in, so that a frame of another office is none of ours.
fn seal(cipher: &XChaCha20Poly1305, office: &str, entry: &Entry) -> std::io::Result<Vec<u8>> {
    let failed = |what: &str| std::io::Error::other(what.to_owned());
    let nonce: [u8; 24] = random().map_err(|_| failed("random"))?;
    let plain = serde_json::to_vec(entry)?;
    let sealed = cipher
        .encrypt(&XNonce::from(nonce), Payload { msg: &plain, aad: office.as_bytes() })
        .map_err(|_| failed("seal"))?;
    let length = u32::try_from(nonce.len() + sealed.len()).map_err(|_| failed("an entry of more than 1 GiB"))?;
    Ok([&length.to_be_bytes()[..], &nonce, &sealed].concat())
}

fn unseal(cipher: &XChaCha20Poly1305, office: &str, frame: &[u8]) -> Option<Entry> {
    let (nonce, sealed) = frame.split_first_chunk::<24>()?;
    let plain = cipher.decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: office.as_bytes() }).ok()?;
    serde_json::from_slice(&plain).ok()
}
