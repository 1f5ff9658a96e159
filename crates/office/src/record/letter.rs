//! A key sealed to somebody who is not there: with the public half of his pair, so that only the secret half opens it.
//!
//! X25519 with a pair made for this one letter, SHA-256 over the shared secret and both public halves, XChaCha20-Poly1305.

use chacha20poly1305::{
    XChaCha20Poly1305, XNonce,
    aead::{Aead, KeyInit, Payload},
};
use ed25519_dalek::{SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::keys::{FileKey, hex, random, unhex};
use crate::{Result, refusal};

/// A pair of keys. It is used for letters and for nothing else.
pub(super) struct Pair(SigningKey);

impl Pair {
    /// A new pair.
    pub fn random() -> Result<Self> {
        let secret: Zeroizing<[u8; 32]> = Zeroizing::new(random()?);
        Ok(Self::of(&secret))
    }

    /// The pair of a secret half.
    pub fn of(secret: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(secret))
    }

    /// The secret half.
    pub fn secret(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// The public half, in hexadecimal.
    pub fn public(&self) -> String {
        hex(self.0.verifying_key().as_bytes())
    }

    /// What both sides of a letter know and nobody else.
    fn shared(&self, other: &str) -> Option<Zeroizing<[u8; 32]>> {
        let other = VerifyingKey::from_bytes(&unhex(other)?.try_into().ok()?).ok()?;
        let shared = Zeroizing::new((other.to_montgomery() * self.0.to_scalar()).to_bytes());
        // A public half of small order would make it known to all.
        if *shared == [0; 32] { None } else { Some(shared) }
    }
}

/// A file key sealed to a public half.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Letter {
    /// To whom.
    pub public: String,
    /// The public half of the pair made for this letter.
    sender: String,
    nonce: String,
    sealed: String,
}

impl Letter {
    /// Seals a key to the holder of the secret half of `public`; `login` is sealed in.
    pub fn to(public: &str, login: &str, key: &FileKey) -> Result<Self> {
        let once = Pair::random()?;
        let sender = once.public();
        let nonce: [u8; 24] = random()?;
        let sealed = once
            .shared(public)
            .and_then(|shared| cipher(&shared, &sender, public))
            .ok_or_else(|| refusal!("record_key_file_altered"))?
            .encrypt(&XNonce::from(nonce), Payload { msg: key.bytes(), aad: login.as_bytes() })
            .map_err(|_| refusal!("fault", detail = "seal"))?;
        Ok(Self { public: public.to_owned(), sender, nonce: hex(&nonce), sealed: hex(&sealed) })
    }

    /// Opens it with the secret half.
    pub fn open(&self, pair: &Pair, login: &str) -> Option<FileKey> {
        if pair.public() != self.public {
            return None;
        }
        let nonce: [u8; 24] = unhex(&self.nonce)?.try_into().ok()?;
        let sealed = unhex(&self.sealed)?;
        let opened = Zeroizing::new(
            cipher(&*pair.shared(&self.sender)?, &self.sender, &self.public)?
                .decrypt(&XNonce::from(nonce), Payload { msg: &sealed, aad: login.as_bytes() })
                .ok()?,
        );
        Some(FileKey::of(opened.as_slice().try_into().ok()?))
    }
}

fn cipher(shared: &[u8; 32], sender: &str, public: &str) -> Option<XChaCha20Poly1305> {
    let mut digest = Sha256::new();
    for part in [b"anjuan letter\0".as_slice(), shared, sender.as_bytes(), public.as_bytes()] {
        digest.update(part);
    }
    let key = Zeroizing::new(<[u8; 32]>::from(digest.finalize()));
    XChaCha20Poly1305::new_from_slice(key.as_slice()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_opens_for_whom_it_is_and_for_nobody_else() {
        let (key, li, wang) = (FileKey::random().unwrap(), Pair::random().unwrap(), Pair::random().unwrap());
        let letter = Letter::to(&li.public(), "li", &key).unwrap();
        assert_eq!(letter.open(&li, "li").unwrap().bytes(), key.bytes());
        assert!(letter.open(&wang, "li").is_none());
        assert!(letter.open(&li, "wang").is_none(), "the name is sealed in");
        let mut other = letter.clone();
        other.public = wang.public();
        assert!(other.open(&wang, "li").is_none());
        // Public halves that are none, or whose shared secret everybody knows.
        let mut small = [0; 32];
        small[0] = 1;
        for none in [hex(&small), "no public half".to_owned(), String::new()] {
            assert_eq!(
                Letter::to(&none, "li", &key).map(|_| ()).unwrap_err().code,
                "record_key_file_altered",
                "{none}"
            );
        }
    }
}
