//! Where a list is made before it gets its name.

use super::WriteFault;
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile, TempDir};

/// A folder of our own beside the destination; it goes away with this value, whatever happens.
pub(super) struct Place {
    destination: PathBuf,
    folder: TempDir,
}

impl Place {
    pub fn beside(destination: &Path) -> Result<Place, WriteFault> {
        let parent = match destination.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        let mut builder = Builder::new();
        builder.prefix(".anjuan-");
        #[cfg(unix)]
        {
            // For this account alone: nobody else looks at a list half made.
            use std::os::unix::fs::PermissionsExt;
            builder.permissions(std::fs::Permissions::from_mode(0o700));
        }
        let folder = builder.tempdir_in(parent).map_err(|error| WriteFault::io(&error))?;
        Ok(Place { destination: destination.to_owned(), folder })
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn file(&self) -> Result<NamedTempFile, WriteFault> {
        NamedTempFile::new_in(self.folder.path()).map_err(|error| WriteFault::io(&error))
    }

    /// Gives the complete file its name; its size in bytes.
    pub fn put(self, file: NamedTempFile) -> Result<u64, WriteFault> {
        let sync = || -> std::io::Result<u64> {
            file.as_file().sync_all()?;
            Ok(file.as_file().metadata()?.len())
        };
        let bytes = sync().map_err(|error| WriteFault::io(&error))?;
        file.persist(&self.destination).map_err(|refused| WriteFault::io(&refused.error))?;
        Ok(bytes)
    }
}
