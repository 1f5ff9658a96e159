//! When a word is found in a text: as a part of it, or read aloud.
//!
//! Read aloud, each character takes a piece of the word: a whole syllable of one of its readings, its first letter
//! (`zh`, `ch`, `sh` too), or, at the word's end, any beginning of a syllable. So `zhangsan`, `zs`, `zhs`, `zhangs`
//! and `zhangsa` all find 张三.

use std::borrow::Cow;

use anjuan_law::text::search_key;

use memchr::memmem::Finder;

use super::{
    letters::{RARE, all_syllables, bit, byte, numbers, readings, sets},
    traces::Needs,
};

/// The longest word that is tried as pinyin; longer ones are found as text only.
const LONGEST_PINYIN: usize = 60;

/// A query: words, the one that leads the sweep first.
pub(super) struct Query {
    words: Vec<Word>,
}

/// One word in comparable form.
#[derive(Clone)]
pub(super) struct Word {
    text: String,
    finder: Finder<'static>,
    /// What stands wherever the word stands.
    needs: Needs,
    pinyin: bool,
    /// For each place of the word, syllable by syllable: where the word can go on after a character that is read so and takes it up
    /// there, as bits; [`END`] where it can end in it.
    ends: Vec<u64>,
    /// How many syllables there are.
    syllables: usize,
    /// For each byte of the letters (see [`super::letters`]), at which places of the word a character of it can take it up, as
    /// bits.
    takes: Box<[u64; 256]>,
}

/// The word ends in this character.
const END: u64 = 1 << 63;

impl Query {
    pub fn parse(text: &str) -> Self {
        let mut words: Vec<Word> =
            text.split_whitespace().map(search_key).filter(|word| !word.is_empty()).map(Word::new).collect();
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
    fn new(text: String) -> Self {
        let pinyin = text.len() <= LONGEST_PINYIN && text.bytes().all(|byte| byte.is_ascii_lowercase());
        let ends = if pinyin { ends(&text) } else { Vec::new() };
        let takes = if pinyin { sets().map(|set| takes(&text, set)) } else { [0; 256] };
        let finder = Finder::new(&text).into_owned();
        let needs = Needs::new(&text, pinyin);
        Self { takes: Box::new(takes), syllables: all_syllables().len(), finder, needs, text, pinyin, ends }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Finds the word as a part of a text.
    pub fn finder(&self) -> &Finder<'static> {
        &self.finder
    }

    /// What stands wherever the word stands, as text or read aloud.
    pub fn needs(&self) -> &Needs {
        &self.needs
    }

    /// The word as it is told, where that differs from how it was typed.
    pub fn told<'w>(&'w self, text: &str) -> Cow<'w, Self> {
        if text == self.text { Cow::Borrowed(self) } else { Cow::Owned(Self::new(text.to_owned())) }
    }

    /// Whether the word is found in a comparable text either way.
    pub fn found_in(&self, text: &[u8]) -> bool {
        self.finder.find(text).is_some()
            || (self.pinyin && std::str::from_utf8(text).is_ok_and(|text| self.read_in(text)))
    }

    /// Whether the word is found in a comparable text read aloud.
    pub fn read_in(&self, text: &str) -> bool {
        // Bit p of `open` says that the first p letters of the word are read when the next character comes.
        let word = self.text.as_str();
        let mut open: u64 = 1;
        for c in text.chars() {
            if open & self.takes[usize::from(byte(c))] == 0 {
                open = 1;
                continue;
            }
            let mut next: u64 = 0;
            let readings = readings(c);
            if !readings.is_empty() {
                for at in bits(open) {
                    next |= pieces(word, at, readings);
                }
            }
            if next & END != 0 {
                return true;
            }
            open = next | 1;
        }
        false
    }

    /// The first place among letters, each with its character, at which the word has been read. `really` is asked where rare
    /// characters may have been a part of it, and says whether it was.
    pub fn stands_in(&self, letters: &[u8], chars: &[u16], mut really: impl FnMut(usize) -> bool) -> Option<usize> {
        let mut open: u64 = 1;
        // Whether a rare character is a part of what is open.
        let mut rare = false;
        let mut at = 0;
        loop {
            if open == 1 {
                // Most characters can't begin the word.
                at += letters.get(at..)?.iter().position(|&byte| self.takes[usize::from(byte)] & 1 != 0)?;
                rare = false;
            }
            let byte = *letters.get(at)?;
            rare |= byte == RARE;
            let next = match open & self.takes[usize::from(byte)] {
                0 => 0,
                places if byte == RARE => bits(places).fold(0, |next, place| next | anywhere(self.text.len(), place)),
                places => self.goes_on(places, numbers(u32::from(chars.get(at).copied().unwrap_or(0)))),
            };
            if next & END != 0 && (!rare || really(at)) {
                return Some(at);
            }
            open = next & !END | 1;
            at += 1;
        }
    }

    /// Where the word can go on after a character with these readings that takes it up at one of these places.
    fn goes_on(&self, places: u64, readings: &[u16]) -> u64 {
        let mut next = 0;
        for place in bits(places) {
            for reading in readings {
                next |= self.ends.get(place * self.syllables + usize::from(*reading)).copied().unwrap_or(0);
            }
        }
        next
    }
}

/// The places of a word at which one of the letters stands, as bits.
fn takes(word: &str, letters: u32) -> u64 {
    let places = word.bytes().enumerate().filter(|(_, letter)| letters & bit(*letter) != 0);
    places.fold(0, |places, (at, _)| places | 1 << at)
}

/// Where a word can go on after a syllable that nothing is known of, taken up at a place.
fn anywhere(length: usize, place: usize) -> u64 {
    // The longest syllable has six letters.
    let ends = (1..6).filter(|letters| place + letters < length).fold(0, |ends, letters| ends | 1 << (place + letters));
    let longest = if place + 6 < length { 1 << (place + 6) } else { END };
    ends | longest
}

/// See [`Word::ends`].
fn ends(word: &str) -> Vec<u64> {
    (0..word.len()).flat_map(|at| all_syllables().iter().map(move |reading| pieces(word, at, &[reading]))).collect()
}

/// Where in the word the next character can go on after one with these readings was read from `at`, as bits; [`END`] when
/// the word ends in it.
fn pieces(word: &str, at: usize, readings: &[&str]) -> u64 {
    let Some(rest) = word.get(at..) else { return 0 };
    let mut ends = 0;
    for reading in readings {
        if reading.starts_with(rest) {
            ends |= END;
        }
        let whole = reading.len();
        let first = if ["zh", "ch", "sh"].iter().any(|two| reading.starts_with(two)) { 2 } else { 1 };
        for length in [1, first, whole] {
            if rest.len() > length && rest.get(..length) == reading.get(..length) {
                ends |= 1 << (at + length);
            }
        }
    }
    ends
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
