//! The key of the file and its wraps.
//!
//! A random key of 32 bytes encrypts the file. It is kept only wrapped: once for each person, under a key made
//! from his passphrase by Argon2id, and once under the recovery key, which is shown a single time. Any one secret
//! may be lost. The key file holds no secret that is not wrapped.

use std::{fs, io::Write as _, path::Path};

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::{
    XChaCha20Poly1305, XNonce,
    aead::{Aead, KeyInit, Payload},
};
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::{Result, refusal};

/// The key that opens the file. Wiped when dropped.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct FileKey([u8; 32]);

impl FileKey {
    /// A new random key.
    pub fn random() -> Result<Self> {
        Ok(Self(random()?))
    }

    /// The key as SQLCipher's raw key literal.
    pub fn as_pragma(&self) -> Zeroizing<String> {
        Zeroizing::new(format!("x'{}'", hex(&self.0)))
    }
}

/// What one derivation costs. Part of each wrap, so that it can be raised later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyCost {
    /// Memory in KiB.
    pub memory: u32,
    /// Passes over the memory.
    pub passes: u32,
}

impl KeyCost {
    /// 128 MiB and three passes: about half a second on an office PC.
    pub const STANDARD: Self = Self { memory: 128 * 1024, passes: 3 };
    /// The least that Argon2 takes; for tests only.
    pub const LEAST: Self = Self { memory: 8, passes: 1 };
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Wrap {
    login: String,
    cost: KeyCost,
    salt: String,
    nonce: String,
    sealed: String,
}

/// The key file: the wraps of one file key.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KeyFile {
    format: u32,
    people: Vec<Wrap>,
    recovery: Wrap,
}

const RECOVERY: &str = "\u{0}recovery";
/// Crockford's alphabet: no I, L, O, U, so that a key read from paper can't be misread.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

impl KeyFile {
    /// A key file with one person's wrap; also gives the recovery key as text, which is kept nowhere.
    pub fn new(key: &FileKey, login: &str, passphrase: &str, cost: KeyCost) -> Result<(Self, Zeroizing<String>)> {
        let recovery_bytes: Zeroizing<[u8; 32]> = Zeroizing::new(random()?);
        let recovery_text = Zeroizing::new(recovery_words(&recovery_bytes));
        let file = Self {
            format: 1,
            people: vec![wrap(key, login, passphrase, cost)?],
            // The recovery key is random in full: stretching adds nothing.
            recovery: wrap(key, RECOVERY, &plain(&recovery_text), KeyCost::LEAST)?,
        };
        Ok((file, recovery_text))
    }

    /// Reads the key file of an office.
    pub fn load(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => refusal!("record_key_file_missing"),
            _ => refusal!("record_disk_fault", detail = error),
        })?;
        let file: Self =
            serde_json::from_str(&text).map_err(|error| refusal!("record_key_file_broken", detail = error))?;
        if file.format != 1 {
            return Err(refusal!("record_newer_than_program", found = file.format, known = 1));
        }
        Ok(file)
    }

    /// Writes the key file: beside it first, synced, then moved into place.
    pub fn save(&self, path: &Path) -> Result<()> {
        let text = serde_json::to_string_pretty(self)?;
        let beside = path.with_extension("key.new");
        let write = || -> std::io::Result<()> {
            let mut file = fs::File::create(&beside)?;
            file.write_all(text.as_bytes())?;
            file.sync_all()?;
            fs::rename(&beside, path)?;
            if let Some(folder) = path.parent() {
                fs::File::open(folder)?.sync_all()?;
            }
            Ok(())
        };
        write().map_err(|error| refusal!("record_disk_fault", detail = error))
    }

    /// The logins that have a wrap.
    pub fn logins(&self) -> Vec<&str> {
        self.people.iter().map(|wrap| wrap.login.as_str()).collect()
    }

    /// Opens the wrap of a person. The answer is the same for an unknown login and a wrong passphrase.
    pub fn open(&self, login: &str, passphrase: &str) -> Result<FileKey> {
        let wrap = self
            .people
            .iter()
            .find(|wrap| wrap.login == login)
            .ok_or_else(|| refusal!("passphrase_wrong").at("passphrase"))?;
        unwrap(wrap, passphrase).ok_or_else(|| refusal!("passphrase_wrong").at("passphrase"))
    }

    /// Opens the file key with the recovery key, typed in any grouping and case.
    pub fn open_with_recovery(&self, text: &str) -> Result<FileKey> {
        unwrap(&self.recovery, &plain(text)).ok_or_else(|| refusal!("recovery_key_wrong").at("recovery_key"))
    }

    /// Adds or replaces the wrap of a person.
    pub fn set(&mut self, key: &FileKey, login: &str, passphrase: &str, cost: KeyCost) -> Result<()> {
        let wrap = wrap(key, login, passphrase, cost)?;
        self.people.retain(|other| other.login != login);
        self.people.push(wrap);
        Ok(())
    }
}

/// The recovery key without grouping, in the form that was wrapped.
fn plain(text: &str) -> Zeroizing<String> {
    Zeroizing::new(
        text.chars()
            .filter(|c| c.is_ascii_alphanumeric())
            .map(|c| match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            })
            .collect(),
    )
}

/// 256 bits as 52 characters in groups of four, the two halves apart by two dashes.
fn recovery_words(bytes: &[u8; 32]) -> String {
    let mut text = String::new();
    let (mut bits, mut held) = (0u32, 0u32);
    let mut count = 0;
    let mut push = |text: &mut String, value: u32| {
        if count > 0 && count % 4 == 0 {
            text.push_str(if count == 28 { "--" } else { "-" });
        }
        text.push(char::from(ALPHABET[(value & 31) as usize]));
        count += 1;
    };
    for byte in bytes {
        bits = (bits << 8) | u32::from(*byte);
        held += 8;
        while held >= 5 {
            held -= 5;
            push(&mut text, bits >> held);
            bits &= (1 << held) - 1;
        }
    }
    if held > 0 {
        push(&mut text, bits << (5 - held));
    }
    text
}

fn wrap(key: &FileKey, login: &str, passphrase: &str, cost: KeyCost) -> Result<Wrap> {
    let salt: [u8; 16] = random()?;
    let nonce: [u8; 24] = random()?;
    let kek = stretch(passphrase, &salt, cost).ok_or_else(|| refusal!("fault", detail = "argon2"))?;
    let cipher =
        XChaCha20Poly1305::new_from_slice(kek.as_slice()).map_err(|_| refusal!("fault", detail = "key length"))?;
    let sealed = cipher
        .encrypt(&XNonce::from(nonce), Payload { msg: &key.0, aad: login.as_bytes() })
        .map_err(|_| refusal!("fault", detail = "seal"))?;
    Ok(Wrap { login: login.to_owned(), cost, salt: hex(&salt), nonce: hex(&nonce), sealed: hex(&sealed) })
}

fn unwrap(wrap: &Wrap, passphrase: &str) -> Option<FileKey> {
    let kek = stretch(passphrase, &unhex(&wrap.salt)?, wrap.cost)?;
    let cipher = XChaCha20Poly1305::new_from_slice(kek.as_slice()).ok()?;
    let nonce: [u8; 24] = unhex(&wrap.nonce)?.try_into().ok()?;
    let sealed = unhex(&wrap.sealed)?;
    let opened = Zeroizing::new(
        cipher.decrypt(&XNonce::from(nonce), Payload { msg: &sealed, aad: wrap.login.as_bytes() }).ok()?,
    );
    Some(FileKey(opened.as_slice().try_into().ok()?))
}

fn stretch(passphrase: &str, salt: &[u8], cost: KeyCost) -> Option<Zeroizing<[u8; 32]>> {
    let params = Params::new(cost.memory, cost.passes, 1, Some(32)).ok()?;
    let mut out = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase.as_bytes(), salt, out.as_mut_slice())
        .ok()?;
    Some(out)
}

fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| refusal!("fault", detail = error))?;
    Ok(bytes)
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(super) fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.is_ascii() || !text.len().is_multiple_of(2) {
        return None;
    }
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_one_secret_opens_the_key_and_no_other_does() {
        let key = FileKey::random().unwrap();
        let (mut file, recovery) = KeyFile::new(&key, "li", "四个 随便 的 词", KeyCost::LEAST).unwrap();
        file.set(&key, "wang", "another passphrase", KeyCost::LEAST).unwrap();
        assert_eq!(file.open("li", "四个 随便 的 词").unwrap().0, key.0);
        assert_eq!(file.open("wang", "another passphrase").unwrap().0, key.0);
        assert_eq!(file.open_with_recovery(&recovery).unwrap().0, key.0);
        assert_eq!(file.open_with_recovery(&recovery.to_lowercase().replace('-', " ")).unwrap().0, key.0);
        let wrong = [file.open("li", "another passphrase"), file.open("nobody", "x"), file.open_with_recovery("0000")];
        assert!(wrong.iter().all(std::result::Result::is_err));
    }

    #[test]
    fn a_wrap_moved_to_another_login_does_not_open() {
        let key = FileKey::random().unwrap();
        let (mut file, _) = KeyFile::new(&key, "li", "passphrase of li", KeyCost::LEAST).unwrap();
        file.people[0].login = "wang".to_owned();
        assert!(file.open("wang", "passphrase of li").is_err());
    }

    #[test]
    fn the_recovery_key_is_two_halves_of_plain_characters() {
        let text = recovery_words(&[0xa5; 32]);
        let halves: Vec<_> = text.split("--").collect();
        assert_eq!(halves.len(), 2);
        assert_eq!(plain(&text).len(), 52);
        assert!(plain(&text).bytes().all(|byte| ALPHABET.contains(&byte)));
    }
}
