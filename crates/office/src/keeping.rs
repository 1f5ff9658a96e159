//! How the office keeps its record: where copies go, when the window locks, what passphrases must be, whether the three
//! administrators hold the keys.

use std::path::PathBuf;

use anjuan_law::Day;
use serde::{Deserialize, Serialize};

use crate::{Reading, Result, Work, accounts::PassphraseRule, refusal};

/// Where copies go.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct Copies {
    /// The folder of backups; beside the record where none is named.
    #[serde(default)]
    pub backups: Option<PathBuf>,
    /// The folder of the second copy, best on another disk; none is kept where none is named.
    #[serde(default)]
    pub second: Option<PathBuf>,
}

/// How strict the office is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Strictness {
    /// Minutes without a key or a movement after which the office locks itself.
    pub idle_minutes: u32,
    /// What is asked of passphrases.
    pub passphrases: PassphraseRule,
    /// Days after which a passphrase is to be changed, where the rule wants that.
    pub passphrase_days: u32,
    /// Memory in MiB for making a key from a passphrase.
    pub key_memory: u32,
    /// Passes over it.
    pub key_passes: u32,
    /// So many persons of cases that one does not work on may be shown in full in one sitting; for more the passphrase is given
    /// once more, with a purpose.
    #[serde(default = "persons_at_once")]
    pub persons_at_once: u32,
}

/// What offices had that said how strict they are before this could be said.
fn persons_at_once() -> u32 {
    50
}

impl Default for Strictness {
    fn default() -> Self {
        Self {
            idle_minutes: 5,
            passphrases: PassphraseRule::Mixed,
            passphrase_days: 90,
            key_memory: 128,
            key_passes: 3,
            persons_at_once: persons_at_once(),
        }
    }
}

impl Strictness {
    /// Whether a passphrase chosen on `chosen` is to be changed by now.
    pub fn wants_new(&self, chosen: Option<Day>, day: Day) -> bool {
        self.passphrases == PassphraseRule::Mixed
            && chosen.is_some_and(|chosen| chosen.days_until(day) > i64::from(self.passphrase_days))
    }
}

const COPIES: &str = "keeping_copies";
const STRICTNESS: &str = "keeping_strictness";
const SEPARATION: &str = "keeping_three_administrators";
const LONGEST_IDLE: u32 = 120;

/// Where copies go.
pub fn copies(reading: &Reading<'_>) -> Result<Copies> {
    setting(reading, COPIES)
}

/// How strict the office is.
pub fn strictness(reading: &Reading<'_>) -> Result<Strictness> {
    setting(reading, STRICTNESS)
}

/// Whether the three administrators, and nobody else, hold what is theirs.
pub fn separated(reading: &Reading<'_>) -> Result<bool> {
    setting(reading, SEPARATION)
}

/// Refuses folders that are not said in full: from where the program is started must not matter.
pub fn check_copies(copies: &Copies) -> Result<()> {
    for (field, folder) in [("backups", &copies.backups), ("second", &copies.second)] {
        if folder.as_ref().is_some_and(|folder| !folder.is_absolute()) {
            return Err(refusal!("folder_not_whole").at(field));
        }
    }
    Ok(())
}

/// Says where copies go.
pub fn set_copies(work: &Work<'_>, copies: &Copies) -> Result<()> {
    check_copies(copies)?;
    put(work, COPIES, copies)
}

/// Says how strict the office is.
pub fn set_strictness(work: &Work<'_>, strict: &Strictness) -> Result<()> {
    if strict.idle_minutes == 0 || strict.idle_minutes > LONGEST_IDLE {
        return Err(refusal!("number_outside", least = 1, most = LONGEST_IDLE).at("idle_minutes"));
    }
    if !(30..=1000).contains(&strict.passphrase_days) {
        return Err(refusal!("number_outside", least = 30, most = 1000).at("passphrase_days"));
    }
    if !(16..=4096).contains(&strict.key_memory) {
        return Err(refusal!("number_outside", least = 16, most = 4096).at("key_memory"));
    }
    if !(1..=20).contains(&strict.key_passes) {
        return Err(refusal!("number_outside", least = 1, most = 20).at("key_passes"));
    }
    if !(1..=10_000).contains(&strict.persons_at_once) {
        return Err(refusal!("number_outside", least = 1, most = 10_000).at("persons_at_once"));
    }
    put(work, STRICTNESS, strict)
}

/// From now on the three administrators hold what is theirs. There is no way back but by them.
pub fn separate(work: &Work<'_>) -> Result<()> {
    put(work, SEPARATION, &true)
}

fn setting<T: serde::de::DeserializeOwned + Default>(reading: &Reading<'_>, key: &str) -> Result<T> {
    let text: Option<String> = reading.maybe("SELECT value FROM setting WHERE key = ?1", [key], |row| row.get(0))?;
    Ok(text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

fn put<T: Serialize>(work: &Work<'_>, key: &str, value: &T) -> Result<()> {
    work.write(
        "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, serde_json::to_string(value)?),
    )?;
    Ok(())
}
