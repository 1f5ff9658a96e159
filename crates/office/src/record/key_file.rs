//! The key file: how each person, and the recovery key, come to the key of the file.
//!
//! Each of them has a pair of keys of his own. The secret half lies here sealed under the passphrase; the key of the file is
//! sealed to the public half. So the file can be given a new key while nobody but one person is there: it is sealed anew to
//! those who stay, and whoever left, though he may have kept the old key and this file, opens nothing with them that is made
//! afterwards. Which public halves belong here is sealed under the key of the file.

use std::{fs, path::Path};

use anjuan_law::Day;
use chacha20poly1305::{
    XChaCha20Poly1305, XNonce,
    aead::{Aead, KeyInit, Payload},
};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{
    disk,
    keys::{FileKey, KeyCost, hex, random, stretch, unhex},
    letter::{Letter, Pair},
};
use crate::{Result, refusal};

/// One secret and what it opens. A field that is none of these was not written by the program: with one letter of its name
/// changed, a field that may be absent would be taken for absent.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wrap {
    login: String,
    cost: KeyCost,
    salt: String,
    nonce: String,
    /// Under the passphrase: the secret half of the pair; in the first form, which has no letter, the key of the file itself.
    sealed: String,
    /// The key of the file, sealed to the public half.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    letter: Option<Letter>,
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

/// Somebody who could open the file and no longer does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Left {
    /// The name with which he signed in.
    pub login: String,
    /// Since when he does not.
    pub on: Day,
}

/// Somebody whose wrap was taken away while the key was not at hand: what the seal over the members still speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Forgotten {
    /// Where the wrap stood.
    at: usize,
    login: String,
    public: String,
}

/// The key file: the wraps of one file key.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyFile {
    format: u32,
    people: Vec<Wrap>,
    recovery: Wrap,
    /// How often the file was given a new key.
    #[serde(default)]
    renewed: u32,
    /// When it was last.
    #[serde(default)]
    renewed_on: Option<Day>,
    /// Who left since.
    #[serde(default)]
    left: Vec<Left>,
    /// The first bytes of the record that this key opens, where it is still to take its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) opens: Option<String>,
    /// Nonce and tag over the public halves, under the key of the file.
    #[serde(default)]
    members: String,
    /// Whose wraps were taken away since that was sealed, in that order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    forgotten: Vec<Forgotten>,
}

/// What is read before anything else: a newer file may have fields that this program does not know.
#[derive(Deserialize)]
struct Form {
    format: u32,
}

const FORMAT: u32 = 2;
const RECOVERY: &str = "\u{0}recovery";
/// Crockford's alphabet: no I, L, O, U, so that a key read from paper can't be misread.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

impl KeyFile {
    /// A key file with one person's wrap; also gives the recovery key as text, which is kept nowhere.
    pub fn new(key: &FileKey, login: &str, passphrase: &str, cost: KeyCost) -> Result<(Self, Zeroizing<String>)> {
        let (recovery, words) = recovery(key)?;
        let mut file = Self {
            format: FORMAT,
            people: vec![wrap(key, login, passphrase, cost)?],
            recovery,
            renewed: 0,
            renewed_on: None,
            left: Vec::new(),
            opens: None,
            members: String::new(),
            forgotten: Vec::new(),
        };
        file.seal_members(key)?;
        Ok((file, words))
    }

    /// Reads the key file of an office.
    pub fn load(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => refusal!("record_key_file_missing"),
            _ => refusal!("record_disk_fault", detail = error),
        })?;
        Self::read(&text)
    }

    /// Reads the text of a key file. What a passphrase would cost stands in it, and is refused where no program of ours wrote it:
    /// the first try would take all the memory of the machine.
    pub fn read(text: &str) -> Result<Self> {
        let broken = |error: serde_json::Error| refusal!("record_key_file_broken", detail = error);
        let form: Form = serde_json::from_str(text).map_err(broken)?;
        if form.format > FORMAT {
            return Err(refusal!("record_newer_than_program", found = form.format, known = FORMAT));
        }
        let file: Self = serde_json::from_str(text).map_err(broken)?;
        let costs = file.people.iter().chain([&file.recovery]).map(|wrap| wrap.cost);
        if let Some(cost) = costs.into_iter().find(|cost| !cost.is_bearable()) {
            let detail = format!("{} KiB × {}", cost.memory, cost.passes);
            return Err(refusal!("record_key_file_broken", detail = detail));
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

    /// How often the file was given a new key, and when last.
    pub fn renewed(&self) -> (u32, Option<Day>) {
        (self.renewed, self.renewed_on)
    }

    /// Who could open the file with the key that it has, and no longer does by this key file.
    pub fn left(&self) -> &[Left] {
        &self.left
    }

    /// Opens the wrap of a person. The answer is the same for an unknown login and a wrong passphrase.
    pub fn open(&self, login: &str, passphrase: &str) -> Result<FileKey> {
        let wrap = self.of(login).ok_or_else(|| refusal!("passphrase_wrong").at("passphrase"))?;
        self.opened(wrap, passphrase)?.ok_or_else(|| refusal!("passphrase_wrong").at("passphrase"))
    }

    /// Opens the file key with the recovery key, typed in any grouping and case.
    pub fn open_with_recovery(&self, text: &str) -> Result<FileKey> {
        self.opened(&self.recovery, &plain(text))?.ok_or_else(|| refusal!("recovery_key_wrong").at("recovery_key"))
    }

    /// Notes the day on which a person chose the passphrase.
    pub fn chosen(&mut self, login: &str, day: Day) {
        for wrap in self.people.iter_mut().filter(|wrap| wrap.login == login) {
            wrap.chosen_on = Some(day);
        }
    }

    /// The day on which a person chose the passphrase, where it is known.
    pub fn chosen_on(&self, login: &str) -> Option<Day> {
        self.of(login).and_then(|wrap| wrap.chosen_on)
    }

    /// Whether a person's wrap opens by a code that is to be replaced by a passphrase.
    pub fn is_code(&self, login: &str) -> bool {
        self.of(login).is_some_and(|wrap| wrap.is_code)
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

    /// Takes a person's wrap away; says whether there was one. Until the file is given a new key, who kept a copy of the old
    /// one and gets at the file can still open it.
    pub fn remove(&mut self, key: &FileKey, login: &str, day: Day) -> Result<bool> {
        if self.of(login).is_none() {
            return Ok(false);
        }
        self.people.retain(|wrap| wrap.login != login);
        self.left.push(Left { login: login.to_owned(), on: day });
        self.seal_members(key)?;
        Ok(true)
    }

    /// Takes a person's wrap away where the key is not at hand; says whether there was one. Who next has the key finds among
    /// those who left whom a new one is to shut out.
    pub fn forget(&mut self, login: &str, day: Day) -> bool {
        let Some(at) = self.people.iter().position(|wrap| wrap.login == login) else {
            return false;
        };
        let gone = self.people.remove(at);
        let public = gone.letter.map(|letter| letter.public).unwrap_or_default();
        self.forgotten.push(Forgotten { at, login: gone.login, public });
        self.left.push(Left { login: login.to_owned(), on: day });
        true
    }

    /// Adds or replaces the wrap of a person.
    pub fn set(&mut self, key: &FileKey, login: &str, passphrase: &str, cost: KeyCost) -> Result<()> {
        let wrap = wrap(key, login, passphrase, cost)?;
        self.people.retain(|other| other.login != login);
        self.people.push(wrap);
        self.seal_members(key)
    }

    /// Who has a wrap of the first form, to which no new key can be sealed.
    pub fn of_old_form(&self) -> Vec<&str> {
        self.people.iter().filter(|wrap| wrap.letter.is_none()).map(|wrap| wrap.login.as_str()).collect()
    }

    /// Brings a wrap of the first form into today's, its passphrase being at hand.
    pub fn bring_up(&mut self, key: &FileKey, login: &str, passphrase: &str) -> Result<bool> {
        let Some(old) = self.of(login).filter(|wrap| wrap.letter.is_none()) else {
            return Ok(false);
        };
        let (cost, chosen_on, is_code) = (old.cost, old.chosen_on, old.is_code);
        self.set(key, login, passphrase, cost)?;
        for wrap in self.people.iter_mut().filter(|wrap| wrap.login == login) {
            (wrap.chosen_on, wrap.is_code) = (chosen_on, is_code);
        }
        Ok(true)
    }

    /// Makes a new recovery key; the one on paper opens nothing any more that is made with this key file.
    pub fn renew_recovery(&mut self, key: &FileKey) -> Result<Zeroizing<String>> {
        let (recovery, words) = recovery(key)?;
        self.recovery = recovery;
        self.seal_members(key)?;
        Ok(words)
    }

    /// The key file with `new` in the place of `old`: everybody's passphrase and the recovery key stay what they are.
    pub fn with_new_key(&self, old: &FileKey, new: &FileKey, day: Day) -> Result<Self> {
        let behind = self.of_old_form();
        if !behind.is_empty() {
            return Err(refusal!("keys_of_old_form", people = behind.join("、")));
        }
        if self.recovery.letter.is_none() {
            return Err(refusal!("recovery_of_old_form"));
        }
        self.refuse_altered(old)?;
        let mut next = self.clone();
        for wrap in next.people.iter_mut().chain([&mut next.recovery]) {
            if let Some(letter) = &wrap.letter {
                wrap.letter = Some(Letter::to(&letter.public, &wrap.login, new)?);
            }
        }
        next.renewed += 1;
        next.renewed_on = Some(day);
        next.left.clear();
        next.seal_members(new)?;
        Ok(next)
    }

    fn of(&self, login: &str) -> Option<&Wrap> {
        self.people.iter().find(|wrap| wrap.login == login)
    }

    /// Whose public halves these are, in a form that can't be read in two ways.
    fn members(&self) -> Result<Vec<u8>> {
        let mut all: Vec<(&str, &str)> = self
            .people
            .iter()
            .chain([&self.recovery])
            .map(|wrap| (wrap.login.as_str(), wrap.letter.as_ref().map_or("", |letter| letter.public.as_str())))
            .collect();
        for gone in self.forgotten.iter().rev() {
            all.insert(gone.at.min(all.len()), (&gone.login, &gone.public));
        }
        Ok(serde_json::to_vec(&all)?)
    }

    fn seal_members(&mut self, key: &FileKey) -> Result<()> {
        self.forgotten.clear();
        let nonce: [u8; 24] = random()?;
        let tag = members_cipher(key)?
            .encrypt(&XNonce::from(nonce), Payload { msg: &[], aad: &self.members()? })
            .map_err(|_| refusal!("fault", detail = "seal"))?;
        self.members = hex(&nonce) + &hex(&tag);
        self.format = FORMAT;
        Ok(())
    }

    /// The key of the file; none where the passphrase is another.
    fn opened(&self, wrap: &Wrap, passphrase: &str) -> Result<Option<FileKey>> {
        let Some(secret) = unwrap_secret(wrap, passphrase) else {
            return Ok(None);
        };
        // The passphrase is right: what does not open now is the file.
        let altered = || refusal!("record_key_file_altered");
        match &wrap.letter {
            Some(letter) => letter.open(&Pair::of(&secret), &wrap.login).ok_or_else(altered).map(Some),
            None => {
                let key = FileKey::of(*secret);
                self.refuse_letter_taken(&key).map(|()| Some(key))
            }
        }
    }

    /// A wrap without a letter is one of the first form, and what it holds the key of the file, only where nothing in the file is
    /// of today's form, or where the seal under that key says so. Else its letter was taken away, and what it holds is no key.
    fn refuse_letter_taken(&self, key: &FileKey) -> Result<()> {
        let letters = self.people.iter().chain([&self.recovery]).any(|wrap| wrap.letter.is_some());
        if self.format < FORMAT && self.members.is_empty() && !letters {
            return Ok(());
        }
        self.refuse_altered(key)
    }

    /// Somebody who wrote a public half of his own into the key file would be sealed the next key too.
    fn refuse_altered(&self, key: &FileKey) -> Result<()> {
        let sealed = unhex(&self.members).unwrap_or_default();
        let whole = sealed.split_first_chunk::<24>().is_some_and(|(nonce, tag)| {
            let members = self.members().unwrap_or_default();
            members_cipher(key)
                .is_ok_and(|cipher| cipher.decrypt(&XNonce::from(*nonce), Payload { msg: tag, aad: &members }).is_ok())
        });
        if whole { Ok(()) } else { Err(refusal!("record_key_file_altered")) }
    }
}

fn members_cipher(key: &FileKey) -> Result<XChaCha20Poly1305> {
    XChaCha20Poly1305::new_from_slice(key.derived("members").as_slice())
        .map_err(|_| refusal!("fault", detail = "key length"))
}

/// A recovery key, wrapped, and as text. It is random in full: stretching adds nothing.
fn recovery(key: &FileKey) -> Result<(Wrap, Zeroizing<String>)> {
    let bytes: Zeroizing<[u8; 32]> = Zeroizing::new(random()?);
    let words = Zeroizing::new(recovery_words(&bytes));
    Ok((wrap(key, RECOVERY, &plain(&words), KeyCost::LEAST)?, words))
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
    let (salt, nonce): ([u8; 16], [u8; 24]) = (random()?, random()?);
    let pair = Pair::random()?;
    let sealed = cipher_of(passphrase, &salt, cost)
        .ok_or_else(|| refusal!("fault", detail = "argon2"))?
        .encrypt(&XNonce::from(nonce), Payload { msg: pair.secret(), aad: login.as_bytes() })
        .map_err(|_| refusal!("fault", detail = "seal"))?;
    Ok(Wrap {
        login: login.to_owned(),
        cost,
        salt: hex(&salt),
        nonce: hex(&nonce),
        sealed: hex(&sealed),
        letter: Some(Letter::to(&pair.public(), login, key)?),
        chosen_on: None,
        is_code: false,
    })
}

fn unwrap_secret(wrap: &Wrap, passphrase: &str) -> Option<Zeroizing<[u8; 32]>> {
    let nonce: [u8; 24] = unhex(&wrap.nonce)?.try_into().ok()?;
    let sealed = unhex(&wrap.sealed)?;
    let opened = Zeroizing::new(
        cipher_of(passphrase, &unhex(&wrap.salt)?, wrap.cost)?
            .decrypt(&XNonce::from(nonce), Payload { msg: &sealed, aad: wrap.login.as_bytes() })
            .ok()?,
    );
    Some(Zeroizing::new(opened.as_slice().try_into().ok()?))
}

fn cipher_of(passphrase: &str, salt: &[u8], cost: KeyCost) -> Option<XChaCha20Poly1305> {
    XChaCha20Poly1305::new_from_slice(stretch(passphrase, salt, cost)?.as_slice()).ok()
}

#[cfg(test)]
#[path = "key_file_tests.rs"]
mod tests;
