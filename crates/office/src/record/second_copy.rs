//! The second copy as the record keeps it: after each commit, and again whenever its folder is there.

use std::{
    path::{Path, PathBuf},
    sync::PoisonError,
};

use serde::Serialize;

use super::{Reading, Record, office_of, open::SecondCopy, segment, segment::Segments};
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
            let mut segments = Segments::open(folder, &office_of(reading)?, self.key(), anew)?;
            if !anew && !segments.follows(reading)? {
                return Err(refusal!("second_copy_ahead", entry = segments.last()).at("second"));
            }
            segments.catch_up(reading)?;
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
