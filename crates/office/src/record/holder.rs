//! One process holds the record: a lock on `office.lock`, which also says who holds it.

use std::{
    fs::{File, OpenOptions, TryLockError},
    io::{Read as _, Seek as _, SeekFrom, Write as _},
    path::Path,
};

use serde::{Deserialize, Serialize};

use crate::{Result, refusal};

/// Who holds a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// Process id on this machine.
    pub pid: u32,
    /// `window` or `anjuan`.
    pub program: String,
    /// The machine's name.
    pub workstation: String,
    /// Since when, UTC.
    pub since: String,
}

/// The hold itself; given up when dropped or when the process ends, however it ends.
#[derive(Debug)]
pub struct Hold(File);

impl Hold {
    /// Takes hold of the office in `folder`, or refuses with the holder named.
    pub fn take(folder: &Path, holder: &Holder) -> Result<Self> {
        let fault = |error: std::io::Error| refusal!("record_disk_fault", detail = error);
        let path = folder.join("office.lock");
        let mut file =
            OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path).map_err(fault)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let other = Self::holder(folder);
                return Err(match other {
                    Some(other) => refusal!(
                        "record_held",
                        pid = other.pid,
                        program = other.program,
                        workstation = other.workstation,
                        since = other.since
                    ),
                    None => refusal!("record_held", pid = "?", program = "?", workstation = "?", since = "?"),
                });
            }
            Err(TryLockError::Error(error)) => return Err(fault(error)),
        }
        let text = serde_json::to_string(holder)?;
        file.set_len(0)
            .and_then(|()| file.seek(SeekFrom::Start(0)))
            .and_then(|_| file.write_all(text.as_bytes()))
            .map_err(fault)?;
        Ok(Self(file))
    }

    /// Who the lock file names. The name is only true while the lock is held.
    pub fn holder(folder: &Path) -> Option<Holder> {
        let mut text = String::new();
        File::open(folder.join("office.lock")).ok()?.read_to_string(&mut text).ok()?;
        serde_json::from_str(&text).ok()
    }
}

impl Drop for Hold {
    /// A process that is just being started, such as the reader of a foreign file, has a copy of every open file for a moment;
    /// closing ours would not free the lock until that moment is over.
    fn drop(&mut self) {
        // Where it fails, closing the file frees the lock as soon as nobody has a copy.
        let _ = self.0.unlock();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_given_up_can_be_taken_while_a_copy_of_its_file_is_open() {
        let folder = tempfile::tempdir().expect("a folder");
        let holder =
            Holder { pid: 7, program: "window".into(), workstation: "案管一号".into(), since: "2026-03-05".into() };
        let held = Hold::take(folder.path(), &holder).expect("nobody holds it");
        let copy = held.0.try_clone().expect("a copy");
        assert!(Hold::take(folder.path(), &holder).is_err(), "it is held");
        drop(held);
        assert!(Hold::take(folder.path(), &holder).is_ok(), "it was given up");
        drop(copy);
    }
}
