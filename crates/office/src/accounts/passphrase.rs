//! Which passphrases may be chosen.

use std::{collections::HashSet, sync::LazyLock};

use serde::{Deserialize, Serialize};

use crate::{Result, refusal};

/// The fewest characters of a passphrase.
const FLOOR: usize = 8;
/// From this weight on a passphrase is long; a letter weighs one, a Chinese character two.
const LONG: usize = 16;
/// Kinds of characters that a passphrase which is not long has to mix.
const KINDS: usize = 3;

static COMMON: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("../../data/common_passphrases.txt").lines().collect());

/// What the office asks of passphrases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
pub enum PassphraseRule {
    /// Mixed kinds of characters, or long; changed from time to time.
    #[default]
    #[serde(rename = "mixed")]
    Mixed,
    /// Long, of whatever characters; not changed without a cause.
    #[serde(rename = "long")]
    Long,
}

/// Refuses a passphrase that is too short, that many people choose, or that the office's rule does not allow.
pub fn check(passphrase: &str, login: &str, rule: PassphraseRule) -> Result<()> {
    if passphrase.chars().count() < FLOOR {
        return Err(refusal!("passphrase_too_short", least = FLOOR).at("passphrase"));
    }
    let lower = passphrase.trim().to_lowercase();
    let login = login.trim().to_lowercase();
    // A name with some figures behind it is as good as none.
    let bare = lower.trim_matches(|c: char| c.is_ascii_digit() || c.is_ascii_punctuation());
    if COMMON.contains(lower.as_str()) || bare == login || of_one_piece(&lower) {
        return Err(refusal!("passphrase_common").at("passphrase"));
    }
    let weight: usize = passphrase.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
    if weight >= LONG {
        return Ok(());
    }
    match rule {
        PassphraseRule::Long => Err(refusal!("passphrase_not_long", least = LONG).at("passphrase")),
        PassphraseRule::Mixed if kinds(passphrase) < KINDS => {
            Err(refusal!("passphrase_not_mixed", kinds = KINDS, least = LONG).at("passphrase"))
        }
        PassphraseRule::Mixed => Ok(()),
    }
}

/// One character again and again, or a run such as `abcdefgh` and `87654321`.
fn of_one_piece(text: &str) -> bool {
    let codes: Vec<i64> = text.chars().map(|c| i64::from(u32::from(c))).collect();
    let steps: HashSet<i64> = codes.windows(2).map(|pair| pair[1] - pair[0]).collect();
    steps.len() == 1 && steps.iter().all(|step| step.abs() <= 1)
}

fn kinds(passphrase: &str) -> usize {
    let kind = |c: char| match c {
        'a'..='z' => 0,
        'A'..='Z' => 1,
        '0'..='9' => 2,
        c if c.is_ascii() => 3,
        _ => 4,
    };
    passphrase.chars().map(kind).collect::<HashSet<_>>().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(passphrase: &str, rule: PassphraseRule) -> String {
        check(passphrase, "zhang", rule).map_or_else(|refusal| refusal.code, |()| "ok".to_owned())
    }

    #[test]
    fn the_floor_the_list_and_the_rule_are_told_apart() {
        use PassphraseRule::{Long, Mixed};
        for (passphrase, mixed, long) in [
            ("短", "passphrase_too_short", "passphrase_too_short"),
            ("password", "passphrase_common", "passphrase_common"),
            ("PassWord1", "passphrase_common", "passphrase_common"),
            ("woaini1314", "passphrase_common", "passphrase_common"),
            ("zhang2024", "passphrase_common", "passphrase_common"),
            ("哈哈哈哈哈哈哈哈", "passphrase_common", "passphrase_common"),
            ("hijklmnopqrstuvw", "passphrase_common", "passphrase_common"),
            ("correcthorse", "passphrase_not_mixed", "passphrase_not_long"),
            ("Kite7-lamp", "ok", "passphrase_not_long"),
            ("correct horse battery", "ok", "ok"),
            ("春江潮水连海平海上明月", "ok", "ok"),
        ] {
            assert_eq!(
                (code(passphrase, Mixed), code(passphrase, Long)),
                (mixed.to_owned(), long.to_owned()),
                "{passphrase}"
            );
        }
    }

    #[test]
    fn each_of_the_three_thousand_most_chosen_is_refused() {
        assert!(COMMON.len() > 10_000);
        for passphrase in include_str!("../../data/common_passphrases.txt").lines().take(3000) {
            assert_ne!(code(passphrase, PassphraseRule::Mixed), "ok", "{passphrase}");
            assert_ne!(code(passphrase, PassphraseRule::Long), "ok", "{passphrase}");
        }
    }
}
