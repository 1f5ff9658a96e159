//! When a word is found in a text: as a part of it, or read aloud.
//!
//! Read aloud, each character takes a piece of the word: a whole syllable of one of its readings, its first letter
//! (`zh`, `ch`, `sh` too), or, at the word's end, any beginning of a syllable. So `zhangsan`, `zs`, `zhs`, `zhangs`,
//! `zsan` and `zhangsa` all find 张三.
//!
//! A first letter and more than the first letter of the next character are not read where together they are typed like one
//! syllable: `han` is 韩 and not 害案, in which every case of injury ends; `zhang` is 张 and not 执行.

use std::borrow::Cow;

use anjuan_law::text::search_key;

use memchr::memmem::Finder;

use super::{
    letters::{RARE, all_syllables, bit, byte, first_letters, numbers, readings, sets},
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
    /// What can have been read of the word when the next character comes; first the places of the word, each after whole syllables.
    stands: Vec<Stand>,
    /// For each of these, syllable by syllable: where the word can go on after a character that is read so, as bits; [`END`] where
    /// it can end in it.
    ends: Vec<Stands>,
    /// How many syllables there are.
    syllables: usize,
    /// For each byte of the letters (see [`super::letters`]), where a character of it can take the word up, as bits.
    takes: Box<[Stands; 256]>,
}

/// How far a word has been read.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Stand {
    /// So many letters.
    at: usize,
    /// Where the last character took its first letter only, and that letter may begin a longer syllable as typed.
    short_from: Option<usize>,
}

/// Some of a word's [`Stand`]s, as bits.
type Stands = u128;

/// The word ends in this character.
const END: Stands = 1 << 127;

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
        let stands = if pinyin { stands(&text) } else { Vec::new() };
        let ends = ends(&text, &stands);
        let takes = if pinyin { sets().map(|set| takes(&text, &stands, set)) } else { [0; 256] };
        let finder = Finder::new(&text).into_owned();
        let needs = Needs::new(&text, pinyin);
        Self { takes: Box::new(takes), syllables: all_syllables().len(), finder, needs, text, pinyin, stands, ends }
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
        let word = self.text.as_str();
        let mut open: Stands = 1;
        for c in text.chars() {
            if open & self.takes[usize::from(byte(c))] == 0 {
                open = 1;
                continue;
            }
            let mut next: Stands = 0;
            let readings = readings(c);
            if !readings.is_empty() {
                for stand in bits(open).filter_map(|at| self.stands.get(at)) {
                    next |= pieces(word, &self.stands, *stand, readings);
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
        let mut open: Stands = 1;
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
                places if byte == RARE => {
                    let places = bits(places).filter_map(|place| self.stands.get(place));
                    places.fold(0, |next, stand| next | anywhere(self.text.len(), stand.at))
                }
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
    fn goes_on(&self, places: Stands, readings: &[u16]) -> Stands {
        let mut next = 0;
        for place in bits(places) {
            for reading in readings {
                next |= self.ends.get(place * self.syllables + usize::from(*reading)).copied().unwrap_or(0);
            }
        }
        next
    }
}

/// What can have been read of a word when the next character comes.
fn stands(word: &str) -> Vec<Stand> {
    let mut stands: Vec<Stand> = (0..word.len()).map(|at| Stand { at, short_from: None }).collect();
    for from in 0..word.len() {
        for at in from + 1..=from + first_letters(word.get(from..).unwrap_or_default()) {
            let typed_as_one = (at + 2..=word.len()).any(|end| is_syllable(word, from, end));
            // What has no bit left is read as after whole syllables: more is found, nothing is missed.
            if typed_as_one && at < word.len() && stands.len() < END.trailing_zeros() as usize {
                stands.push(Stand { at, short_from: Some(from) });
            }
        }
    }
    stands
}

/// Whether a part of a word is typed like a syllable; the end of the word like the beginning of one.
fn is_syllable(word: &str, from: usize, end: usize) -> bool {
    let Some(typed) = word.get(from..end) else { return false };
    let all = all_syllables();
    let at = all.partition_point(|syllable| *syllable < typed);
    all.get(at).is_some_and(|next| *next == typed || end == word.len() && next.starts_with(typed))
}

/// Where a character that begins with one of the letters can take a word up, as bits.
fn takes(word: &str, stands: &[Stand], letters: u32) -> Stands {
    let begins = |stand: &Stand| word.as_bytes().get(stand.at).is_some_and(|letter| letters & bit(*letter) != 0);
    stands.iter().enumerate().filter(|(_, stand)| begins(stand)).fold(0, |places, (place, _)| places | 1 << place)
}

/// Where a word can go on after a syllable that nothing is known of, taken up at a place.
fn anywhere(length: usize, place: usize) -> Stands {
    // The longest syllable has six letters.
    let ends = (1..6).filter(|letters| place + letters < length).fold(0, |ends, letters| ends | 1 << (place + letters));
    let longest = if place + 6 < length { 1 << (place + 6) } else { END };
    ends | longest
}

/// See [`Word::ends`].
fn ends(word: &str, stands: &[Stand]) -> Vec<Stands> {
    let after = |stand: &Stand| {
        let stand = *stand;
        all_syllables().iter().map(move |reading| pieces(word, stands, stand, &[reading]))
    };
    stands.iter().flat_map(after).collect()
}

/// Where in the word the next character can go on after one with these readings, as bits; [`END`] when the word ends in it.
fn pieces(word: &str, stands: &[Stand], stand: Stand, readings: &[&str]) -> Stands {
    let Some(rest) = word.get(stand.at..) else { return 0 };
    let parted = |end: usize| stand.short_from.is_none_or(|from| !is_syllable(word, from, end));
    let mut ends = 0;
    for reading in readings {
        let first = first_letters(reading);
        if reading.starts_with(rest) && (rest.len() <= first || parted(word.len())) {
            ends |= END;
        }
        for length in [1, first, reading.len()] {
            let at = stand.at + length;
            if rest.len() > length && rest.get(..length) == reading.get(..length) && (length <= first || parted(at)) {
                let short = Stand { at, short_from: (length < reading.len()).then_some(stand.at) };
                ends |= 1 << stands.iter().position(|known| *known == short).unwrap_or(at);
            }
        }
    }
    ends
}

fn bits(mut set: Stands) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        (set != 0).then(|| {
            let at = set.trailing_zeros() as usize;
            set &= set - 1;
            at
        })
    })
}
