//! Wrong passphrases make the next try wait, and a restart does not shorten the wait.
//!
//! The count lies beside the record, for it is needed before anything can be opened. Whoever can write to the folder can put
//! it back: it holds up the colleague at the keyboard, not the thief of the disk. Against him stands the cost of each try.

use std::{collections::BTreeMap, fs, path::Path};

use chrono::DateTime;
use serde::{Deserialize, Serialize};

use super::disk;
use crate::{Result, refusal};

/// Tries that do not wait.
const FREE: u32 = 5;
/// The first wait; each further one is twice as long.
const FIRST_WAIT: i64 = 30;
const LONGEST_WAIT: i64 = 3600;

/// The wrong tries of each name since it last signed in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tries(BTreeMap<String, Failed>);

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Failed {
    times: u32,
    /// Seconds since 1970 at the last one.
    last: i64,
}

impl Tries {
    /// What is known of the office in `folder`.
    pub fn load(folder: &Path) -> Self {
        fs::read_to_string(folder.join("office.tries")).map(|text| Self::read(&text)).unwrap_or_default()
    }

    /// What a text says; nothing where it is none of ours.
    pub fn read(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// Keeps it.
    pub fn save(&self, folder: &Path) -> Result<()> {
        disk::write_whole(&folder.join("office.tries"), serde_json::to_string(self)?.as_bytes()).map_err(disk::fault)
    }

    /// Refuses while `who` has to wait. A clock that was set back does not shorten the wait: it begins anew.
    pub fn refuse_too_soon(&mut self, who: &str, at: &str) -> Result<()> {
        let now = seconds(at);
        let Some(failed) = self.0.get_mut(who) else {
            return Ok(());
        };
        failed.last = failed.last.min(now);
        let wait = wait_after(failed.times).saturating_sub(now.saturating_sub(failed.last));
        if wait > 0 { Err(refusal!("passphrase_wait", seconds = wait).at("passphrase")) } else { Ok(()) }
    }

    /// One more wrong try.
    pub fn failed(&mut self, who: &str, at: &str) {
        let failed = self.0.entry(who.to_owned()).or_insert(Failed { times: 0, last: 0 });
        failed.times = failed.times.saturating_add(1);
        failed.last = seconds(at);
    }

    /// Signed in: forgotten. Says how many wrong tries there were.
    pub fn passed(&mut self, who: &str) -> u32 {
        self.0.remove(who).map_or(0, |failed| failed.times)
    }
}

fn wait_after(times: u32) -> i64 {
    match times.checked_sub(FREE) {
        None => 0,
        Some(more) => FIRST_WAIT.saturating_mul(1 << more.min(20)).min(LONGEST_WAIT),
    }
}

fn seconds(at: &str) -> i64 {
    DateTime::parse_from_rfc3339(at).map_or(0, |instant| instant.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> String {
        DateTime::from_timestamp(1_772_000_000 + second, 0).unwrap().to_rfc3339()
    }

    #[test]
    fn the_sixth_try_waits_longer_each_time_and_a_restart_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let mut tries = Tries::load(folder.path());
        for _ in 0..FREE {
            tries.refuse_too_soon("li", &at(0)).unwrap();
            tries.failed("li", &at(0));
        }
        tries.save(folder.path()).unwrap();
        let mut again = Tries::load(folder.path());
        assert_eq!(again.refuse_too_soon("li", &at(10)).unwrap_err().values["seconds"], "20");
        again.refuse_too_soon("wang", &at(10)).unwrap();
        again.refuse_too_soon("li", &at(30)).unwrap();
        again.failed("li", &at(30));
        assert_eq!(again.refuse_too_soon("li", &at(30)).unwrap_err().values["seconds"], "60");
        assert_eq!(again.passed("li"), 6);
        again.refuse_too_soon("li", &at(30)).unwrap();
    }

    #[test]
    fn a_clock_set_back_begins_the_wait_anew_and_no_wait_is_longer_than_an_hour() {
        let mut tries = Tries::default();
        for _ in 0..40 {
            tries.failed("li", &at(100_000));
        }
        assert_eq!(tries.refuse_too_soon("li", &at(0)).unwrap_err().values["seconds"], "3600");
        assert_eq!(tries.refuse_too_soon("li", &at(600)).unwrap_err().values["seconds"], "3000");
        tries.refuse_too_soon("li", &at(3600)).unwrap();
    }
}
