//! Faults of disks and folders in calm words, and bringing things onto the disk.

use std::{fs, io, path::Path};

use crate::{Refusal, refusal};

/// A fault of reading or writing, told by its cause.
pub(super) fn fault(error: io::Error) -> Refusal {
    use io::ErrorKind as Kind;
    match error.kind() {
        Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => refusal!("disk_full"),
        _ => refusal!("record_disk_fault", detail = error),
    }
}

/// Makes a folder that is to take copies; one that can't be reached is told by its name.
pub(super) fn reach(folder: &Path) -> Result<(), Refusal> {
    fs::create_dir_all(folder)
        .map_err(|error| refusal!("folder_unreachable", folder = folder.display(), detail = error).at("folder"))
}

/// Brings the names in a folder onto the disk.
pub(super) fn sync_names(folder: &Path) -> io::Result<()> {
    // Only where a folder can be opened as a file at all.
    if cfg!(unix) { fs::File::open(folder)?.sync_all() } else { Ok(()) }
}

/// Writes a small file as a whole: beside it first, brought onto the disk, then moved into place.
pub(super) fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    use io::Write as _;
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let mut file = fs::File::create(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    fs::rename(&beside, path)?;
    path.parent().map_or(Ok(()), sync_names)
}
