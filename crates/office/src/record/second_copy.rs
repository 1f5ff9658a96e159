//! The second copy as the record keeps it: after each commit, and again whenever its folder is there.

use std::{
    path::{Path, PathBuf},
    sync::PoisonError,
};

use serde::Serialize;

use super::{Problem, Reading, Record, disk, office_of, open::SecondCopy, segment, segment::Segments};
use crate::{Result, refusal};

/// How the second copy stands.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, ts_rs::TS)]
pub struct SecondCopyState {
    /// It is kept.
    pub kept: bool,
    /// The last entry in it.
    pub entry: i64,
    /// Why the last append failed (a refusal's code); none when all is well.
    pub fault: Option<String>,
}

impl Record {
    /// Keeps the second copy in `folder` from now on and brings it up to date; `None` keeps none. Where it holds entries that the
    /// record lacks, the record has lost something or was put back: then nothing is added unless the person says so (`anew`).
    pub fn keep_second_copy(&self, folder: Option<&Path>, anew: bool) -> Result<()> {
        let writer = self.writer();
        let reading = Reading::new(&writer);
        let mut second = self.second_copy.lock().unwrap_or_else(PoisonError::into_inner);
        second.folder = folder.map(Path::to_owned);
        second.segments = None;
        second.fault = None;
        match folder {
            Some(folder) => self.begin_second(&mut second, folder, &reading, anew),
            None => Ok(()),
        }
    }

    fn begin_second(&self, second: &mut SecondCopy, folder: &Path, reading: &Reading<'_>, anew: bool) -> Result<()> {
        let open = || -> Result<Segments> {
            let mut segments = Segments::open(folder, &office_of(reading)?, &self.key(), anew)?;
            if !anew && !segments.follows(reading)? {
                return Err(refusal!("second_copy_ahead", entry = segments.last()).at("second"));
            }
            segments.catch_up(reading)?;
            self.copy_keys_to(folder, reading)?;
            Ok(segments)
        };
        match open() {
            Ok(segments) => {
                second.segments = Some(segments);
                second.fault = None;
                Ok(())
            }
            Err(refusal) => {
                second.segments = None;
                second.fault = Some(refusal.clone());
                Err(refusal)
            }
        }
    }

    /// Adds what was just committed. A second disk that is gone does not undo a save: it is told, and caught up on later.
    pub(super) fn copy_second(&self, reading: &Reading<'_>) {
        let mut second = self.second_copy.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(segments) = &mut second.segments {
            second.fault = segments.catch_up(reading).err();
            if second.fault.is_some() {
                second.segments = None;
            }
        } else if second.fault.as_ref().is_some_and(|fault| fault.code != "second_copy_ahead")
            && let Some(folder) = second.folder.clone()
        {
            // It may be back; what it has is read anew, for it may be another disk.
            let _ = self.begin_second(&mut second, &folder, reading, false);
        }
    }

    /// Goes on in a new file: those so far can be taken away once a backup holds what they say.
    pub(super) fn turn_second(&self) {
        let mut second = self.second_copy.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(segments) = &mut second.segments {
            segments.turn();
        }
    }

    /// Where the second copy goes, while that can be reached, and its files, the one that is being written last.
    pub fn second_files(&self) -> Result<Option<(PathBuf, Vec<PathBuf>)>> {
        let second = self.second_copy.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(folder) = second.folder.clone().filter(|_| second.segments.is_some()) else { return Ok(None) };
        drop(second);
        let office = self.read(office_of)?;
        let files = segment::files_of(&folder, &office).into_iter().map(|(_, file)| file).collect();
        Ok(Some((folder, files)))
    }

    /// Puts the key file beside the second copy too: without it the newest segments could not be opened where the disk of the
    /// record is lost and the last backup is from before the key was renewed.
    pub fn copy_keys(&self) -> Result<()> {
        let folder = self.second_copy.lock().unwrap_or_else(PoisonError::into_inner).folder.clone();
        match folder {
            Some(folder) if folder.is_dir() => self.read(|reading| self.copy_keys_to(&folder, reading)),
            _ => Ok(()),
        }
    }

    fn copy_keys_to(&self, folder: &Path, reading: &Reading<'_>) -> Result<()> {
        let Some(keys) = self.path().map(|path| path.with_file_name("office.key")) else {
            return Ok(());
        };
        let to = segment::keys_in(folder, &office_of(reading)?);
        match std::fs::read(&keys) {
            Ok(bytes) if std::fs::read(&to).is_ok_and(|there| there == bytes) => Ok(()),
            Ok(bytes) => disk::write_whole(&to, &bytes).map_err(disk::fault),
            // An office that is being founded has none yet.
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(disk::fault(error)),
        }
    }

    /// Writes the second copy anew under the key that the file has now, and drops what lay there under the one before.
    pub(super) fn second_copy_anew(&self, reading: &Reading<'_>) {
        let mut second = self.second_copy.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(folder) = second.folder.clone() else { return };
        let anew = || -> Result<Segments> {
            let mut segments = Segments::open(&folder, &office_of(reading)?, &self.key(), false)?;
            let before = segments.files();
            segments.say_all(reading)?;
            self.copy_keys_to(&folder, reading)?;
            for file in before {
                std::fs::remove_file(file).map_err(disk::fault)?;
            }
            Ok(segments)
        };
        match anew() {
            Ok(segments) => (second.segments, second.fault) = (Some(segments), None),
            // As when its disk is gone: it is caught up on later, and the status tells.
            Err(refusal) => (second.segments, second.fault) = (None, Some(refusal)),
        }
    }

    /// Whether the second copy, where it is at hand, says what the journal says, up to its end. Earlier files may be taken away
    /// when a backup holds what they say (`backed_up`: its last entry). Where it knows of entries that the journal lacks, the
    /// record has lost something or was put back.
    pub fn verify_second(&self, backed_up: i64) -> Result<Vec<Problem>> {
        let problem = |code, detail: String| Ok(vec![Problem { code, detail }]);
        let (folder, kept, fault) = {
            let second = self.second_copy.lock().unwrap_or_else(PoisonError::into_inner);
            (second.folder.clone(), second.segments.is_some(), second.fault.clone())
        };
        if let Some(ahead) = fault.filter(|fault| fault.code == "second_copy_ahead") {
            return problem("second_copy_ahead", ahead.values.get("entry").cloned().unwrap_or_default());
        }
        // A disk that is gone is told by the state of the copy, and is no fault of the record.
        let Some(folder) = folder.filter(|folder| kept && folder.is_dir()) else { return Ok(Vec::new()) };
        let end: i64 = self.read(|reading| reading.value("SELECT ifnull(max(entry), 0) FROM journal", []))?;
        let marks = segment::marks(&folder, &self.read(office_of)?, &self.key())?;
        let first = marks.entries.first().map_or(1, |(first, _)| *first);
        let mut next = if marks.from_first { 1 } else { first.min(backed_up + 1) };
        self.read(|reading| {
            for (entry, hash) in &marks.entries {
                if *entry != next {
                    return problem("second_copy_gap", format!("{next}..{}", entry - 1));
                }
                let there: Option<Vec<u8>> =
                    reading.maybe("SELECT hash FROM journal WHERE entry = ?1", [entry], |row| row.get(0))?;
                if there.as_ref() != Some(hash) {
                    return problem("second_copy_differs", entry.to_string());
                }
                next = entry + 1;
            }
            if next <= end { problem("second_copy_gap", format!("{next}..{end}")) } else { Ok(Vec::new()) }
        })
    }

    /// How it stands.
    pub fn second_copy(&self) -> SecondCopyState {
        let second = self.second_copy.lock().unwrap_or_else(PoisonError::into_inner);
        SecondCopyState {
            kept: second.segments.is_some(),
            entry: second.segments.as_ref().map_or(0, Segments::last),
            fault: second.fault.as_ref().map(|refusal| refusal.code.clone()),
        }
    }
}
