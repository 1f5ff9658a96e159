//! The workstation's key: it signs each entry's hash. It lies outside the office's folder, so that a file carried elsewhere
//! can't be continued there in this workstation's name.

use std::{fs, io::Write as _, path::Path};

use ed25519_dalek::{Signature, Signer as _, SigningKey, Verifier as _, VerifyingKey};
use zeroize::Zeroizing;

use super::{
    disk,
    keys::{hex, random, unhex},
};
use crate::{Result, refusal};

/// The signing key of this workstation.
pub struct StationKey(SigningKey);

impl StationKey {
    /// A new key that is kept nowhere.
    pub fn random() -> Result<Self> {
        let secret: Zeroizing<[u8; 32]> = Zeroizing::new(random()?);
        Ok(Self(SigningKey::from_bytes(&secret)))
    }

    /// The key in `folder`, made there when it is the first time.
    pub fn load_or_make(folder: &Path) -> Result<Self> {
        let path = folder.join("workstation.key");
        match fs::read_to_string(&path) {
            Ok(text) => {
                let text = Zeroizing::new(text);
                let bytes = unhex(text.trim()).and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
                let bytes = Zeroizing::new(bytes.ok_or_else(|| refusal!("station_key_broken", file = path.display()))?);
                Ok(Self(SigningKey::from_bytes(&bytes)))
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                let made = Self::random()?;
                made.save(folder, &path).map_err(disk::fault)?;
                Ok(made)
            }
            Err(error) => Err(disk::fault(error)),
        }
    }

    /// Two programs that begin at once each write a whole file; the last one's stays, and both sign with what they made.
    fn save(&self, folder: &Path, path: &Path) -> std::io::Result<()> {
        fs::create_dir_all(folder)?;
        let beside = path.with_extension(format!("new-{}", std::process::id()));
        let mut options = fs::OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&beside)?;
        file.write_all(Zeroizing::new(hex(self.0.as_bytes())).as_bytes())?;
        file.sync_all()?;
        drop(file);
        fs::rename(&beside, path)?;
        disk::sync_names(folder)
    }

    /// The public key, in hexadecimal.
    pub fn public(&self) -> String {
        hex(self.0.verifying_key().as_bytes())
    }

    pub(super) fn sign(&self, hash: &[u8]) -> Vec<u8> {
        self.0.sign(hash).to_bytes().to_vec()
    }
}

/// Whether `signature` is that of the holder of `public` over `hash`.
pub(super) fn signed(public: &str, hash: &[u8], signature: &[u8]) -> bool {
    let check = || -> Option<bool> {
        let key = VerifyingKey::from_bytes(&unhex(public)?.try_into().ok()?).ok()?;
        Some(key.verify(hash, &Signature::from_slice(signature).ok()?).is_ok())
    };
    check().unwrap_or(false)
}

impl super::Record {
    /// Signs entries with this key from now on.
    pub fn sign_with(&self, station: StationKey) {
        *self.station.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = Some(station);
    }

    /// The public key with which entries are signed.
    pub fn signs_as(&self) -> Option<String> {
        self.station.lock().unwrap_or_else(std::sync::PoisonError::into_inner).as_ref().map(StationKey::public)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_made_once_and_signs_what_it_signed() {
        let folder = tempfile::tempdir().unwrap();
        let first = StationKey::load_or_make(folder.path()).unwrap();
        let again = StationKey::load_or_make(folder.path()).unwrap();
        assert_eq!(first.public(), again.public());
        let signature = first.sign(b"hash");
        assert!(signed(&again.public(), b"hash", &signature));
        assert!(!signed(&again.public(), b"other", &signature));
        assert!(!signed(&StationKey::random().unwrap().public(), b"hash", &signature));
        assert!(!signed("", b"hash", &signature));
        fs::write(folder.path().join("workstation.key"), "not a key").unwrap();
        assert_eq!(StationKey::load_or_make(folder.path()).map(|_| ()).unwrap_err().code, "station_key_broken");
    }
}
