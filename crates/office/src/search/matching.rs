//! When a word is found in a text: as a part of it, or read aloud.
//!
//! Read aloud, each character takes a piece of the word: a whole syllable of one of its readings, its first letter
//! (`zh`, `ch`, `sh` too), or, at the word's end, any beginning of a syllable. So `zhangsan`, `zs`, `zhs`, `zhangs`
//! and `zhangsa` all find 张三.

use std::sync::LazyLock;

use anjuan_law::{pinyin::syllables, text::search_key};

use super::index::ANY;

/// The longest word that is tried as pinyin; longer ones are found as text only.
const LONGEST_PINYIN: usize = 60;

/// A query: words, the one that leads the sweep first.
pub(super) struct Query {
    words: Vec<Word>,
}

/// One word in comparable form.
pub(super) struct Word {
    text: String,
    pinyin: bool,
}

impl Query {
    pub fn parse(text: &str) -> Self {
        let mut words: Vec<Word> = text
            .split_whitespace()
            .map(search_key)
            .filter(|word| !word.is_empty())
            .map(|text| Word {
                pinyin: text.len() <= LONGEST_PINYIN && text.bytes().all(|byte| byte.is_ascii_lowercase()),
                text,
            })
            .collect();
        // The longest word that is text only leads: it is found in the fewest places and swept once.
        words.sort_by_key(|word| (word.pinyin, std::cmp::Reverse(word.text.len())));
        Self { words }
    }

    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    pub fn words(&self) -> &[Word] {
        &self.words
    }
}

impl Word {
    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn has_pinyin(&self) -> bool {
        self.pinyin
    }

    /// Whether the word is found in a comparable text either way.
    pub fn found_in(&self, text: &str) -> bool {
        text.contains(&self.text) || (self.pinyin && self.read_in(text))
    }

    /// Whether the word is found in a comparable text read aloud.
    pub fn read_in(&self, text: &str) -> bool {
        // Bit p of `open` says that the first p letters of the word are read when the next character comes.
        let word = self.text.as_str();
        let mut open: u64 = 1;
        for c in text.chars() {
            let mut next: u64 = 0;
            let readings = syllables(c);
            if !readings.is_empty() {
                for at in bits(open) {
                    match pieces(word, at, readings) {
                        None => return true,
                        Some(ends) => next |= ends,
                    }
                }
            }
            open = next | 1;
        }
        false
    }

    /// Whether the letters could be read beginning with the first of these initials: quick, and never no where
    /// [`Word::read_in`] says yes.
    pub fn could_begin(&self, initials: &[u8]) -> bool {
        let word = self.text.as_bytes();
        let mut open: u64 = 1;
        for &initial in initials {
            let mut next: u64 = 0;
            for at in bits(open) {
                if initial == ANY || initial == word[at] {
                    // A syllable has at most six letters.
                    for length in 1..=6 {
                        if at + length >= word.len() {
                            return true;
                        }
                        next |= 1 << (at + length);
                    }
                }
            }
            if next == 0 {
                return false;
            }
            open = next;
        }
        false
    }
}

/// Where in the word the next character can go on after this one was read from `at`, as bits; `None` when the word ends in it.
fn pieces(word: &str, at: usize, readings: &[&str]) -> Option<u64> {
    let rest = &word[at..];
    let mut ends = 0;
    for reading in readings {
        if reading.starts_with(rest) {
            return None;
        }
        let whole = reading.len();
        let first = if ["zh", "ch", "sh"].iter().any(|two| reading.starts_with(two)) { 2 } else { 1 };
        for length in [1, first, whole] {
            if rest.len() > length && rest.starts_with(&reading[..length]) {
                ends |= 1 << (at + length);
            }
        }
    }
    Some(ends)
}

fn bits(mut set: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        (set != 0).then(|| {
            let at = set.trailing_zeros() as usize;
            set &= set - 1;
            at
        })
    })
}

/// The block of characters whose letters are kept at hand.
const COMMON: std::ops::RangeInclusive<u32> = 0x4e00..=0x9fff;

static LETTERS: LazyLock<Vec<u8>> =
    LazyLock::new(|| COMMON.map(|code| char::from_u32(code).map_or(0, letter_of)).collect());

/// The letter a character stands with among the initials.
pub(super) fn initial(c: char) -> u8 {
    let code = u32::from(c);
    if c.is_ascii() {
        c as u8
    } else if COMMON.contains(&code) {
        LETTERS.get((code - COMMON.start()) as usize).copied().unwrap_or(0)
    } else {
        letter_of(c)
    }
}

fn letter_of(c: char) -> u8 {
    let readings = syllables(c);
    match readings.first().and_then(|reading| reading.bytes().next()) {
        None => 0,
        Some(first) if readings.iter().all(|reading| reading.as_bytes().first() == Some(&first)) => first,
        Some(_) => ANY,
    }
}
