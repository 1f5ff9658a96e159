//! The sealed file as it lies, for backups and the second copy: its bytes and the wraps of its key in one piece. Nobody needs the
//! key to copy it, and nobody who copies it can read it.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::PoisonError,
};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::{Record, disk, keys::hex, office_of};
use crate::{Result, refusal};

const MAGIC: &[u8] = b"ANJUAN SEALED\n";
const ENDING: &str = "anjuan-sealed";
/// The names that a piece may have; the log is there after a program was ended with the room open.
const NAMES: [&str; 3] = ["office.anjuan-sealed.key", "office.anjuan-sealed", "office.anjuan-sealed-wal"];

/// Where the sealed cases lie in an office's folder.
pub fn sealed_file_in(folder: &Path) -> PathBuf {
    folder.join("office.anjuan-sealed")
}

/// Where the wraps of their key lie.
pub fn sealed_keys_in(folder: &Path) -> PathBuf {
    folder.join("office.anjuan-sealed.key")
}

#[derive(Serialize, Deserialize)]
struct Head {
    parts: Vec<(String, u64)>,
    sha256: String,
}

/// What lies sealed in a folder, in one piece; none where nothing does.
pub(super) fn gather(folder: &Path) -> Result<Option<Vec<u8>>> {
    if !sealed_file_in(folder).exists() {
        return Ok(None);
    }
    let mut parts = Vec::new();
    let mut body = Vec::new();
    for name in NAMES {
        match fs::read(folder.join(name)) {
            Ok(bytes) if !bytes.is_empty() => {
                parts.push((name.to_owned(), bytes.len() as u64));
                body.extend(bytes);
            }
            Ok(_) => {}
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(disk::fault(error)),
        }
    }
    let head = serde_json::to_vec(&Head { parts, sha256: hex(&Sha256::digest(&body)) })?;
    Ok(Some([MAGIC, &head, b"\n", &body].concat()))
}

/// Puts what was gathered into a folder that holds no sealed file.
pub(super) fn scatter(piece: &[u8], folder: &Path) -> Result<()> {
    let broken = || refusal!("record_backup_broken", file = "office.anjuan-sealed").at("file");
    let rest = piece.strip_prefix(MAGIC).ok_or_else(broken)?;
    let end = rest.iter().position(|byte| *byte == b'\n').ok_or_else(broken)?;
    let (head, body) = rest.split_at_checked(end).ok_or_else(broken)?;
    let mut body = body.get(1..).ok_or_else(broken)?;
    let head: Head = serde_json::from_slice(head).map_err(|_| broken())?;
    if hex(&Sha256::digest(body)) != head.sha256 {
        return Err(broken());
    }
    for (name, length) in head.parts {
        let length = usize::try_from(length).map_err(|_| broken())?;
        let (part, after) = body.split_at_checked(length).ok_or_else(broken)?;
        if !NAMES.contains(&name.as_str()) {
            return Err(broken());
        }
        disk::write_whole(&folder.join(name), part).map_err(disk::fault)?;
        body = after;
    }
    Ok(())
}

/// The newest copy of an office in the folder of the second copy, and the entry after which it was made.
pub(super) fn newest_in(folder: &Path, office: &str) -> Result<Option<(i64, Vec<u8>)>> {
    let newest = copies_in(folder, office).into_iter().max();
    newest.map(|(entry, path)| Ok((entry, fs::read(path).map_err(disk::fault)?))).transpose()
}

fn copies_in(folder: &Path, office: &str) -> Vec<(i64, PathBuf)> {
    let entry_in = |path: &Path| -> Option<i64> {
        let name = path.file_name()?.to_str()?;
        name.strip_prefix(office)?.strip_prefix('-')?.strip_suffix(ENDING)?.strip_suffix('.')?.parse().ok()
    };
    let files = fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path());
    files.filter_map(|path| Some((entry_in(&path)?, path))).collect()
}

impl Record {
    /// Copies the sealed file beside the second copy, where one is kept. The one before stays until this one is on the disk.
    pub fn copy_sealed(&self) -> Result<()> {
        let Some(own) = self.path().and_then(Path::parent) else { return Ok(()) };
        let second = self.second_copy.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(folder) = second.folder.clone().filter(|_| second.segments.is_some()) else { return Ok(()) };
        drop(second);
        let Some(piece) = gather(own)? else { return Ok(()) };
        let (office, entry) = self
            .read(|reading| Ok((office_of(reading)?, reading.value::<i64>("SELECT max(entry) FROM journal", [])?)))?;
        let earlier = copies_in(&folder, &office);
        let path = folder.join(format!("{office}-{entry:012}.{ENDING}"));
        disk::write_whole(&path, &piece).map_err(disk::fault)?;
        for (_, old) in earlier.iter().filter(|(_, old)| *old != path) {
            fs::remove_file(old).map_err(disk::fault)?;
        }
        Ok(())
    }
}
