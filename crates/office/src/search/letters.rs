//! The letters that Chinese characters begin with, one byte a character.
//!
//! A byte from `a` to `z` is that letter. A character whose readings begin with different letters has a byte of its own for
//! the set of them, as long as there are bytes; after that [`ANY`]. A rare character is [`RARE`]. 0 stands for everything that
//! is not read aloud.

use std::{collections::HashMap, sync::LazyLock};

use anjuan_law::pinyin::syllables;

/// Any letter.
const ANY: u8 = 0xff;
/// A character outside the block whose readings are kept at hand: any letter, any syllable.
pub(super) const RARE: u8 = 0xfe;
/// The first byte that stands for a set of letters.
const SETS: u8 = 0x80;
/// The block of characters whose readings are kept at hand.
const COMMON: std::ops::RangeInclusive<u32> = 0x4e00..=0x9fff;

struct Table {
    readings: Vec<&'static [&'static str]>,
    bytes: Vec<u8>,
    /// For each byte the letters it stands for, as bits from `a`.
    sets: [u32; 256],
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let readings: Vec<&[&str]> = COMMON.map(|code| char::from_u32(code).map_or(&[][..], syllables)).collect();
    let mut sets = [0; 256];
    for letter in b'a'..=b'z' {
        sets[usize::from(letter)] = bit(letter);
    }
    sets[usize::from(ANY)] = u32::MAX;
    sets[usize::from(RARE)] = u32::MAX;
    // Sets that many characters have get their byte first.
    let mut count: HashMap<u32, usize> = HashMap::new();
    for set in readings.iter().map(|readings| set_of(readings)).filter(|set| set.count_ones() > 1) {
        *count.entry(set).or_default() += 1;
    }
    let mut many: Vec<(u32, usize)> = count.into_iter().collect();
    many.sort_by_key(|(set, count)| (std::cmp::Reverse(*count), *set));
    let mut by_set = HashMap::new();
    for (byte, (set, _)) in (SETS..RARE).zip(many) {
        sets[usize::from(byte)] = set;
        by_set.insert(set, byte);
    }
    let bytes = readings.iter().map(|readings| byte_of(set_of(readings), &by_set)).collect();
    Table { readings, bytes, sets }
});

/// The bit of a letter; none for what is no letter.
pub(super) fn bit(letter: u8) -> u32 {
    if letter.is_ascii_lowercase() { 1 << (letter - b'a') } else { 0 }
}

/// How many letters the first sound of a syllable is typed with: two for `zh`, `ch` and `sh`.
pub(super) fn first_letters(syllable: &str) -> usize {
    if ["zh", "ch", "sh"].iter().any(|two| syllable.starts_with(two)) { 2 } else { 1 }
}

fn set_of(readings: &[&str]) -> u32 {
    readings.iter().filter_map(|reading| reading.bytes().next()).map(bit).fold(0, |set, bit| set | bit)
}

fn byte_of(set: u32, by_set: &HashMap<u32, u8>) -> u8 {
    match set.count_ones() {
        0 => 0,
        1 => b'a' + u8::try_from(set.trailing_zeros()).unwrap_or(0),
        _ => by_set.get(&set).copied().unwrap_or(ANY),
    }
}

/// The readings of a character.
pub(super) fn readings(c: char) -> &'static [&'static str] {
    if c.is_ascii() {
        return &[];
    }
    let code = u32::from(c);
    match COMMON.contains(&code) {
        true => TABLE.readings.get((code - COMMON.start()) as usize).copied().unwrap_or_default(),
        false => syllables(c),
    }
}

/// For each byte the letters it stands for.
pub(super) fn sets() -> &'static [u32; 256] {
    &TABLE.sets
}

/// Every syllable that some character is read as, but for the rare ones.
pub(super) fn all_syllables() -> &'static [&'static str] {
    static ALL: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
        let mut all: Vec<&str> = TABLE.readings.iter().flat_map(|readings| readings.iter().copied()).collect();
        all.sort_unstable();
        all.dedup();
        all
    });
    &ALL
}

/// How a character is read, as far as that is kept at hand.
pub(super) enum Sounds {
    /// Not at all.
    None,
    /// As one of these of [`all_syllables`].
    Known(&'static [u16]),
    /// Somehow; its readings are not kept at hand.
    Rare,
}

/// The numbers of all readings, character by character.
struct Numbers {
    all: Vec<u16>,
    /// Where those of each character begin, and at the end where they end.
    begins: Vec<u16>,
}

static NUMBERS: LazyLock<Numbers> = LazyLock::new(|| {
    let number = |reading: &&str| all_syllables().binary_search(reading).ok().and_then(|at| u16::try_from(at).ok());
    let (mut all, mut begins) = (Vec::new(), vec![0]);
    for readings in &TABLE.readings {
        all.extend(readings.iter().filter_map(number));
        begins.push(u16::try_from(all.len()).unwrap_or(u16::MAX));
    }
    Numbers { all, begins }
});

/// The readings of a character whose readings are kept at hand, as places in [`all_syllables`].
pub(super) fn numbers(code: u32) -> &'static [u16] {
    let Some(at) = code.checked_sub(*COMMON.start()) else { return &[] };
    let Numbers { all, begins } = &*NUMBERS;
    match begins.get(at as usize..at as usize + 2) {
        Some(&[from, to]) => all.get(usize::from(from)..usize::from(to)).unwrap_or_default(),
        _ => &[],
    }
}

/// How a character is read.
pub(super) fn sounds(c: char) -> Sounds {
    if c.is_ascii() {
        return Sounds::None;
    }
    let code = u32::from(c);
    match numbers(code) {
        [] if COMMON.contains(&code) || byte(c) == 0 => Sounds::None,
        [] => Sounds::Rare,
        known => Sounds::Known(known),
    }
}

/// The byte of a character.
pub(super) fn byte(c: char) -> u8 {
    let code = u32::from(c);
    match c.is_ascii() {
        true => 0,
        false if COMMON.contains(&code) => {
            TABLE.bytes.get((code - COMMON.start()) as usize).copied().unwrap_or_default()
        }
        false if syllables(c).is_empty() => 0,
        false => RARE,
    }
}

/// The letters of texts one after the other, and beside each the character it is of.
#[derive(Default)]
pub(super) struct Letters {
    /// A byte for each character that is read aloud; a 0 parts their runs.
    pub bytes: Vec<u8>,
    /// The character of each byte, as far as its readings are kept at hand; else 0.
    pub chars: Vec<u16>,
}

impl Letters {
    /// Appends those of a text.
    pub fn append(&mut self, text: &str) {
        let begin = self.bytes.len();
        for c in text.chars() {
            let byte = byte(c);
            if byte != 0 || self.bytes.len() > begin && self.bytes.last() != Some(&0) {
                self.bytes.push(byte);
                let at_hand = byte != 0 && byte != RARE;
                self.chars.push(if at_hand { u16::try_from(u32::from(c)).unwrap_or(0) } else { 0 });
            }
        }
        // So that no word is read across two cases.
        if self.bytes.len() > begin && self.bytes.last() != Some(&0) {
            self.bytes.push(0);
            self.chars.push(0);
        }
    }
}
