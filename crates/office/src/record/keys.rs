//! The key of the file and its wraps.
//!
//! A random key of 32 bytes encrypts the file. It is kept only wrapped: once for each person, under a key made
//! from his passphrase by Argon2id, and once under the recovery key, which is shown a single time. Any one secret
//! may be lost. The key file holds no secret that is not wrapped.

use std::{fs, path::Path};

use anjuan_law::Day;
use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::{
    XChaCha20Poly1305, XNonce,
    aead::{Aead, KeyInit, Payload},
};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::disk;
use crate::{Result, refusal};

/// The key that opens the file. Wiped when dropped.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct FileKey([u8; 32]);

impl FileKey {
    /// A new random key.
    pub fn random() -> Result<Self> {
        Ok(Self(random()?))
    }

    /// A key for another purpose, made from this one: who knows it learns nothing of this one or of those for other purposes.
    pub(super) fn derived(&self, purpose: &str) -> Zeroizing<[u8; 32]> {
        let mut digest = Sha256::new();
        digest.update(b"anjuan\0");
        digest.update(self.0);
        digest.update(purpose.as_bytes());
        Zeroizing::new(digest.finalize().into())
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
    /// The least that Argon2 takes; for secrets that are random in full, and for tests.
    pub const LEAST: Self = Self { memory: 8, passes: 1 };

    /// Makes a key and throws it away, to see how long that takes here.
    pub fn try_out(self) -> Result<()> {
        stretch("a passphrase", &[0; 16], self).map(|_| ()).ok_or_else(|| refusal!("fault", detail = "argon2"))
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Wrap {
    login: String,
    cost: KeyCost,
    salt: String,
    nonce: String,
    sealed: String,
    /// The day on which the passphrase was chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    chosen_on: Option<Day>,
    /// A code that somebody else was shown: it opens only to choose a passphrase.
    #[serde(default, skip_serializing_if = "is_false")]
    is_code: bool,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
fn is_false(value: &bool) -> bool {
    !value
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
        disk::write_whole(path, text.as_bytes()).map_err(disk::fault)
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

    /// Notes the day on which a person chose the passphrase.
    pub fn chosen(&mut self, login: &str, day: Day) {
        for wrap in self.people.iter_mut().filter(|wrap| wrap.login == login) {
            wrap.chosen_on = Some(day);
        }
    }

    /// The day on which a person chose the passphrase, where it is known.
    pub fn chosen_on(&self, login: &str) -> Option<Day> {
        self.people.iter().find(|wrap| wrap.login == login).and_then(|wrap| wrap.chosen_on)
    }

    /// Whether a person's wrap opens by a code that is to be replaced by a passphrase.
    pub fn is_code(&self, login: &str) -> bool {
        self.people.iter().any(|wrap| wrap.login == login && wrap.is_code)
    }

    /// Gives a person a random code in place of a passphrase, and the code as text.
    pub fn set_code(&mut self, key: &FileKey, login: &str) -> Result<Zeroizing<String>> {
        let bytes: Zeroizing<[u8; 32]> = Zeroizing::new(random()?);
        // 100 bits: nobody types 256, and it can't be guessed.
        let code: String = plain(&recovery_words(&bytes)).chars().take(20).collect();
        self.set(key, login, &code, KeyCost::LEAST)?;
        for wrap in self.people.iter_mut().filter(|wrap| wrap.login == login) {
            wrap.is_code = true;
        }
        let groups: Vec<&str> = (0..code.len()).step_by(4).filter_map(|at| code.get(at..at + 4)).collect();
        Ok(Zeroizing::new(groups.join("-")))
    }

    /// A code as it was wrapped, typed in any grouping and case.
    pub fn plain_code(text: &str) -> Zeroizing<String> {
        plain(text)
    }

    /// Takes a person's wrap away. What was made with the key so far could still be opened by who kept a copy of both.
    pub fn remove(&mut self, login: &str) -> bool {
        let before = self.people.len();
        self.people.retain(|wrap| wrap.login != login);
        self.people.len() < before
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
    Ok(Wrap {
        login: login.to_owned(),
        cost,
        salt: hex(&salt),
        nonce: hex(&nonce),
        sealed: hex(&sealed),
        chosen_on: None,
        is_code: false,
    })
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

pub(super) fn random<const N: usize>() -> Result<[u8; N]> {
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

/// Bytes as hexadecimal text in JSON.
pub(super) mod as_hex {
    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};

    /// Writes them.
    pub fn serialize<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&super::hex(bytes))
    }

    /// Reads them.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
        let text = String::deserialize(from)?;
        super::unhex(&text).ok_or_else(|| D::Error::custom("not hexadecimal"))
    }
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
    fn whatever_is_lost_what_is_left_opens_and_nothing_else_does() {
        let key = FileKey::random().unwrap();
        let people = ["li", "wang", "zhao", "sun"];
        let (mut whole, recovery) = KeyFile::new(&key, "li", "passphrase of li", KeyCost::LEAST).unwrap();
        for login in &people[1..] {
            whole.set(&key, login, &format!("passphrase of {login}"), KeyCost::LEAST).unwrap();
        }
        for lost in 0..1u32 << (people.len() + 1) {
            let is_lost = |at: usize| lost & (1 << at) != 0;
            let mut left = whole.clone();
            for (at, login) in people.iter().enumerate().filter(|(at, _)| is_lost(*at)) {
                assert!(left.remove(login), "{at}");
            }
            for (at, login) in people.iter().enumerate() {
                let opened = left.open(login, &format!("passphrase of {login}"));
                assert_eq!(opened.is_ok_and(|opened| opened.0 == key.0), !is_lost(at), "{lost:b} {login}");
            }
            let typed =
                if is_lost(people.len()) { recovery.replacen(['2', '3', '4'], "5", 1) } else { recovery.to_string() };
            let expected = typed == *recovery;
            assert_eq!(left.open_with_recovery(&typed).is_ok_and(|opened| opened.0 == key.0), expected, "{lost:b}");
        }
    }

    #[test]
    fn a_code_opens_in_any_grouping_and_is_known_as_one() {
        let key = FileKey::random().unwrap();
        let (mut file, _) = KeyFile::new(&key, "li", "passphrase of li", KeyCost::LEAST).unwrap();
        let code = file.set_code(&key, "wang").unwrap();
        assert_eq!((code.len(), file.is_code("wang"), file.is_code("li")), (24, true, false));
        let typed = KeyFile::plain_code(&code.to_lowercase().replace('-', " "));
        assert_eq!(file.open("wang", &typed).unwrap().0, key.0);
        file.set(&key, "wang", "a passphrase of one's own", KeyCost::LEAST).unwrap();
        assert!(!file.is_code("wang") && file.open("wang", &typed).is_err());
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
