//! The key of the file, and keys made from passphrases.
//!
//! A random key of 32 bytes encrypts the file. It is kept only in the key file, sealed: once for each person and once for
//! the recovery key, which is shown a single time. Any one secret may be lost. The key file holds no secret that is not sealed.

use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
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

    pub(super) fn of(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
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

    /// The most that an office can choose (see [`crate::keeping`]) and a calibration can come to.
    const MOST: Self = Self { memory: 4096 * 1024, passes: 64 };

    /// Whether a key of ours may cost so much.
    pub(super) fn is_bearable(self) -> bool {
        self.memory <= Self::MOST.memory && self.passes <= Self::MOST.passes
    }

    /// Makes a key and throws it away, to see how long that takes here.
    pub fn try_out(self) -> Result<()> {
        stretch("a passphrase", &[0; 16], self).map(|_| ()).ok_or_else(|| refusal!("fault", detail = "argon2"))
    }
}

pub(super) fn stretch(passphrase: &str, salt: &[u8], cost: KeyCost) -> Option<Zeroizing<[u8; 32]>> {
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
