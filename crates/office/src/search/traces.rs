//! What the texts of some cases can't hold, so that a sweep passes them over.
//!
//! Cases stand in groups of a few. For each group there is one bit for each pair of letters that stand side by side in its texts or
//! with which two characters side by side begin, for each syllable that a character is read as, and for each letter; and some that
//! they share for runs of three digits, for two characters side by side, for a syllable and the letter after it. A word leaves such
//! traces where it stands: a group that lacks one of them does not hold the word.
//!
//! ```text
//! 张三 2026   z·s  zhang  san  202  026        a group's bits stand one below the other, each in the line of its trace;
//! zhangsan   z·s & zhang & (san | sang)       a word is answered by going over the few lines it names
//! ```
//!
//! A group that has all the traces may still lack the word: whatever is left is looked through. A case taken out leaves its traces
//! behind until everything is moved together.

use std::sync::LazyLock;

use super::letters::{Sounds, all_syllables, first_letters, sounds};

/// So many cases have their bits together. Fewer take more memory, more are passed over more seldom.
pub(super) const GROUP: usize = 4;
/// So many cases stand in one piece of a line.
pub(super) const SEGMENT: usize = GROUP * u64::BITS as usize;
/// So many pieces has a line: what a processor fetches at once.
const PIECES: usize = 8;
/// So many cases stand on a sheet.
const SHEET: usize = SEGMENT * PIECES;

const LETTERS: usize = 26;
/// Into so many lines the runs of three digits are spread.
const RUNS: usize = 256;
/// Into so many lines the pairs of Chinese characters are spread, and of a syllable and the letter that the next begins with.
const TWOS: usize = 768;
/// The line of what has readings that are not kept at hand: it may be read as anything.
const RARE: usize = 0;
const LETTER: usize = RARE + 1;
const PAIR: usize = LETTER + LETTERS;
const RUN: usize = PAIR + LETTERS * LETTERS;
const TWO: usize = RUN + RUNS;
const SYLLABLE: usize = TWO + TWOS;

/// One bit for each group of a sheet.
type Line = [u64; PIECES];

const NONE: Line = [0; PIECES];
const ALL: Line = [u64::MAX; PIECES];

/// The traces of all groups.
#[derive(Default)]
pub(super) struct Traces {
    sheets: Vec<Box<[Line]>>,
}

impl Traces {
    /// Adds those of the texts of the case at a place.
    pub fn add(&mut self, at: usize, texts: &str) {
        let lines = SYLLABLE + all_syllables().len();
        while self.sheets.len() <= at / SHEET {
            self.sheets.push(vec![NONE; lines].into_boxed_slice());
        }
        let (piece, group) = (at / SEGMENT % PIECES, at / GROUP % u64::BITS as usize);
        if let Some(sheet) = self.sheets.get_mut(at / SHEET) {
            traces(texts, |line| {
                if let Some(bits) = sheet.get_mut(line) {
                    bits[piece] |= 1 << group;
                }
            });
        }
    }

    /// How many bytes they take.
    pub fn bytes(&self) -> usize {
        self.sheets.iter().map(|sheet| size_of_val(&**sheet)).sum()
    }
}

/// Names the line of each trace of a text, some of them more than once.
fn traces(text: &str, mut name: impl FnMut(usize)) {
    // What the character before left to be paired with.
    let (mut letter, mut read, mut digits) = (None, None, (0, 0));
    let firsts = &*FIRSTS;
    for c in text.chars() {
        let (letter_before, read_before) = (letter.take(), read.take());
        let (count, value) = std::mem::take(&mut digits);
        if let Some(digit) = c.to_digit(10) {
            digits = (count + 1, (value * 10 + digit) % 1000);
            if count >= 2 {
                name(run(digits.1));
            }
        } else if let Some(this) = letter_of(c) {
            name(LETTER + this);
            letter_before.into_iter().for_each(|before| name(pair(before, this)));
            letter = Some(this);
        } else {
            match sounds(c) {
                Sounds::None => {}
                Sounds::Rare => name(RARE),
                Sounds::Known(these) => {
                    these.iter().for_each(|&syllable| name(SYLLABLE + usize::from(syllable)));
                    if let Some((before, those)) = read_before {
                        name(two(before, c));
                        pairs(firsts, those, these, &mut name);
                    }
                    read = Some((c, these));
                }
            }
        }
    }
}

/// The letter that each syllable begins with.
static FIRSTS: LazyLock<Vec<Option<usize>>> =
    LazyLock::new(|| all_syllables().iter().map(|syllable| syllable.chars().next().and_then(letter_of)).collect());

/// Names what two characters side by side leave that are read so.
fn pairs(firsts: &[Option<usize>], before: &[u16], these: &[u16], name: &mut impl FnMut(usize)) {
    let first = |syllable: &u16| firsts.get(usize::from(*syllable)).copied().flatten();
    for this in these.iter().filter_map(first) {
        for before in before {
            name(syllable_and(*before, this));
            first(before).into_iter().for_each(|before| name(pair(before, this)));
        }
    }
}

fn letter_of(c: char) -> Option<usize> {
    c.is_ascii_lowercase().then(|| c as usize - 'a' as usize)
}

/// The line of two Chinese characters side by side.
fn two(first: char, second: char) -> usize {
    spread(u32::from(first).wrapping_mul(31).wrapping_add(u32::from(second)))
}

/// The line of a syllable and the letter that the character after it begins with.
fn syllable_and(syllable: u16, letter: usize) -> usize {
    spread(u32::from(syllable) * LETTERS as u32 + letter as u32)
}

fn spread(two: u32) -> usize {
    // By the upper bits of a product with the golden ratio.
    TWO + (two.wrapping_mul(0x9e37_79b1) >> 16) as usize % TWOS
}

fn pair(first: usize, second: usize) -> usize {
    PAIR + first * LETTERS + second
}

fn run(digits: u32) -> usize {
    RUN + digits as usize % RUNS
}

/// The traces that a word leaves wherever it stands.
#[derive(Clone)]
pub(super) struct Needs {
    /// Where it stands as a part of the text: all these lines.
    text: Vec<usize>,
    /// Where it is read aloud: one way through these steps, those from a later place first. Nothing for a word that is not.
    steps: Vec<Step>,
    letters: usize,
}

/// One character that takes up a piece of a word.
#[derive(Clone)]
struct Step {
    /// The place at which the piece begins.
    at: usize,
    /// Where the next character goes on; nowhere where the word ends in this one.
    next: Option<usize>,
    /// All these lines.
    all: Vec<usize>,
    /// One of these lines; where there is none, that much is not asked.
    any: Vec<usize>,
}

impl Needs {
    /// Those of a word, which may be read aloud or not.
    pub fn new(word: &str, pinyin: bool) -> Self {
        let mut text = Vec::new();
        traces(word, |line| text.push(line));
        text.sort_unstable();
        text.dedup();
        let steps = if pinyin { (0..word.len()).rev().flat_map(|at| steps(word, at)).collect() } else { Vec::new() };
        Self { text, steps, letters: word.len() }
    }

    /// The groups of a sheet in which the word may stand as text, and those in which it may be read aloud.
    fn in_sheet(&self, sheet: &[Line], room: &mut Vec<Line>) -> (Line, Line) {
        let text = self.text.iter().fold(ALL, |all, line| both(all, line_of(sheet, *line)));
        if self.steps.is_empty() {
            return (text, NONE);
        }
        // For each place of the word where it may be read from there to its end.
        room.clear();
        room.resize(self.letters, NONE);
        for step in &self.steps {
            let on = step.next.map_or(ALL, |next| room.get(next).copied().unwrap_or(NONE));
            if on == NONE {
                continue;
            }
            let mut way = step.all.iter().fold(on, |all, line| both(all, line_of(sheet, *line)));
            if !step.any.is_empty() {
                way = both(way, step.any.iter().fold(NONE, |any, line| either(any, line_of(sheet, *line))));
            }
            if let Some(at) = room.get_mut(step.at) {
                *at = either(*at, way);
            }
        }
        let from_begin = room.first().copied().unwrap_or(ALL);
        (text, either(from_begin, line_of(sheet, RARE)))
    }
}

/// The ways in which a character can take up a word at a place: by its letter, by two, by a whole syllable, or to the end.
fn steps(word: &str, at: usize) -> Vec<Step> {
    let rest = word.get(at..).unwrap_or_default();
    let letter = |at: usize| word.get(at..)?.chars().next().and_then(letter_of);
    let mut steps = Vec::new();
    let mut go_on = |length: usize, syllable: Option<u16>| {
        let (Some(this), Some(next)) = (letter(at), letter(at + length)) else { return };
        let mut all = vec![pair(this, next)];
        all.extend(syllable.map(|syllable| SYLLABLE + usize::from(syllable)));
        all.extend(syllable.map(|syllable| syllable_and(syllable, next)));
        steps.push(Step { at, next: Some(at + length), all, any: Vec::new() });
    };
    go_on(1, None);
    if first_letters(rest) == 2 {
        go_on(2, None);
    }
    let mut last = Vec::new();
    for (number, syllable) in (0..).zip(all_syllables()) {
        if syllable.starts_with(rest) {
            last.push(SYLLABLE + usize::from(number));
        } else if syllable.len() > 1 && rest.starts_with(syllable) {
            go_on(syllable.len(), Some(number));
        }
    }
    if !last.is_empty() {
        // Its first letter alone was asked for with the character before.
        let any = if rest.len() == 1 && at > 0 { Vec::new() } else { last };
        steps.push(Step { at, next: None, all: Vec::new(), any });
    }
    steps
}

fn line_of(sheet: &[Line], line: usize) -> Line {
    // A line that is not there says nothing.
    sheet.get(line).copied().unwrap_or(ALL)
}

fn both(one: Line, other: Line) -> Line {
    std::array::from_fn(|piece| one[piece] & other[piece])
}

fn either(one: Line, other: Line) -> Line {
    std::array::from_fn(|piece| one[piece] | other[piece])
}

/// Tells for one segment after the other what in it is worth looking through.
pub(super) struct Sieve<'a> {
    traces: &'a Traces,
    /// What the word needs that leads the sweep.
    anchor: &'a Needs,
    others: Vec<&'a Needs>,
    sheet: Option<usize>,
    text: Line,
    read: Line,
    room: Vec<Line>,
}

impl<'a> Sieve<'a> {
    /// A sieve for cases in which all these words stand.
    pub fn new(traces: &'a Traces, anchor: &'a Needs, others: impl Iterator<Item = &'a Needs>) -> Self {
        Self { traces, anchor, others: others.collect(), sheet: None, text: ALL, read: ALL, room: Vec::new() }
    }

    /// The groups of a segment that may hold all words, as bits: the leading one as text, and read aloud.
    pub fn groups(&mut self, segment: usize) -> (u64, u64) {
        let at = segment / PIECES;
        if self.sheet != Some(at) {
            self.sheet = Some(at);
            let sheet = self.traces.sheets.get(at).map_or(&[][..], |sheet| sheet);
            let room = &mut self.room;
            let others = self.others.iter().fold(ALL, |all, word| {
                let (text, read) = word.in_sheet(sheet, room);
                both(all, either(text, read))
            });
            let (text, read) = self.anchor.in_sheet(sheet, room);
            (self.text, self.read) = (both(text, others), both(read, others));
        }
        (self.text[segment % PIECES], self.read[segment % PIECES])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::matching::Query;

    /// So many groups of a sheet may hold a query's words.
    fn left(traces: &Traces, query: &str) -> u32 {
        let query = Query::parse(query);
        let (anchor, others) = query.words().split_first().unwrap();
        let mut sieve = Sieve::new(traces, anchor.needs(), others.iter().map(|word| word.needs()));
        (0..PIECES).map(|segment| sieve.groups(segment)).map(|(text, read)| (text | read).count_ones()).sum()
    }

    #[test]
    fn groups_that_lack_a_trace_are_passed_over() {
        let mut traces = Traces::default();
        for at in 0..SHEET {
            let name = ["张三", "李四丰", "欧阳修", "zhao伟"][at / GROUP % 4];
            traces.add(at, &format!("\u{1}{name}盗窃案\u{3}诉受2024{at:06}号"));
        }
        let all = (SHEET / GROUP) as u32;
        for (query, most) in [
            ("盗窃", all),
            ("dqa", all),
            ("2024", all),
            ("张三", all / 4),
            ("zhangsan", all / 4),
            ("zs", all / 4),
            ("zhao", all / 2),
            ("ouyangx 盗窃", all / 4),
            ("zhangsi", 0),
            ("qqq", 0),
            ("诈骗", 0),
            ("v", 0),
            ("盗窃 诈骗", 0),
            ("002047", 8),
        ] {
            let left = left(&traces, query);
            assert!(left <= most, "{query}: {left} of {all}");
        }
        assert_eq!(left(&traces, "盗窃"), all);
        assert_eq!(left(&traces, "欧阳"), all / 4);
    }

    #[test]
    fn a_small_office_has_one_sheet() {
        let mut traces = Traces::default();
        (0..2000).for_each(|at| traces.add(at, "\u{1}张三盗窃案"));
        assert!(traces.bytes() < 150_000, "{}", traces.bytes());
    }
}
