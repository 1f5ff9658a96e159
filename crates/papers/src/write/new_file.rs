//! A file in a folder that somebody chose. What lies there already stays: somebody may have worked on it.

use super::WriteFault;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// As many files of one name as are kept apart by figures.
const MOST_ALIKE: u32 = 1000;
/// Characters that one system or another does not take in a name.
const NOT_IN_NAMES: &[char] = &['/', '\\', ':', '*', '?', '"', '<', '>', '|'];
/// A name of so many characters fits everywhere, also in UTF-8.
const LONGEST: usize = 60;

/// Writes a new file `<name>.<ending>`, or `<name>（2）.<ending>` where there is one of that name, and tells where it is.
///
/// # Errors
/// [`WriteCode::ListNotWritten`](super::WriteCode::ListNotWritten) where the folder can't be written to.
pub fn put_new(folder: &Path, name: &str, ending: &str, bytes: &[u8]) -> Result<PathBuf, WriteFault> {
    let name: String =
        name.chars().map(|c| if NOT_IN_NAMES.contains(&c) || c.is_control() { '-' } else { c }).take(LONGEST).collect();
    let name = name.trim().trim_matches('.');
    let mut file = NamedTempFile::new_in(folder).map_err(|error| WriteFault::io(&error))?;
    file.write_all(bytes).and_then(|()| file.as_file().sync_all()).map_err(|error| WriteFault::io(&error))?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // The temporary file is for this account alone; what is put down by name is as readable as the folder's other files.
        drop(file.as_file().set_permissions(std::fs::Permissions::from_mode(0o640)));
    }
    for at in 1..=MOST_ALIKE {
        let place = match at {
            1 => folder.join(format!("{name}.{ending}")),
            at => folder.join(format!("{name}（{at}）.{ending}")),
        };
        match file.persist_noclobber(&place) {
            Ok(_) => return Ok(place),
            Err(refused) if refused.error.kind() == std::io::ErrorKind::AlreadyExists => file = refused.file,
            Err(refused) => return Err(WriteFault::io(&refused.error)),
        }
    }
    Err(WriteFault::io(&std::io::ErrorKind::AlreadyExists.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_there_stays() {
        let folder = tempfile::tempdir().unwrap();
        let first = put_new(folder.path(), "听证方案", "docx", b"1").unwrap();
        let second = put_new(folder.path(), "听证方案", "docx", b"2").unwrap();
        assert_eq!(second.file_name().unwrap(), "听证方案（2）.docx");
        assert_eq!((std::fs::read(first).unwrap(), std::fs::read(second).unwrap()), (b"1".to_vec(), b"2".to_vec()));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2, "no temporary file is left");
    }

    #[test]
    fn a_name_is_made_fit() {
        let folder = tempfile::tempdir().unwrap();
        let place = put_new(folder.path(), "../听证/通知:张三\n", "docx", b"").unwrap();
        assert_eq!(place.parent().unwrap(), folder.path());
        assert_eq!(place.file_name().unwrap(), "-听证-通知-张三-.docx");
        assert!(put_new(&folder.path().join("none"), "a", "docx", b"").is_err());
    }
}
