//! What can be found, in memory: the comparable texts of each case one after the other, and beside them the letters that
//! its Chinese characters begin with when read aloud.
//!
//! ```text
//! text:    ␁ 2026-gc-00012 ␁ 张某某盗窃案 ␂ 张某某 ␃ 测检刑诉受2026…  | next case …
//! letters: zmmdqa 0 zmm 0 cjxss 0                               | next case …
//! chars:   张某某盗窃案 0 张某某 0 测检刑诉受 0                       | next case …
//! ```
//!
//! A sweep looks only at groups of cases that have all the traces that the query's words leave where they stand (see [`super::traces`]).
//!
//! A control character begins each text, so that no word is found across two of them; what is no Chinese character parts the
//! letters in the same way. A text in which a minor's name stands is followed by the same as it is told (张某盗窃案) to who does not
//! see the case whole. A case that changed is put at the end anew and its old place marked dead; when too much is dead
//! everything is moved together.

use std::{collections::HashMap, ops::Range, thread};

use memchr::memmem::Finder;

use super::{
    fill::{IDENTITY, TOLD},
    letters::Letters,
    matching::{Query, Word},
    traces::{GROUP, SEGMENT, Sieve, Traces},
};

/// Where more groups of a segment than this may hold a word, all its text is looked through: that goes on faster than it begins.
const MANY: u32 = 16;
/// So many of the newest blocks are looked through before other threads are asked to help.
const NEWEST: usize = 8192;
/// More threads than this wait for the memory.
const MOST_THREADS: usize = 4;

/// Where a case's texts begin.
#[derive(Clone, Copy)]
struct Block {
    case: i64,
    text: usize,
    letters: usize,
    alive: bool,
}

/// See the module.
#[derive(Default)]
pub(super) struct Index {
    text: Vec<u8>,
    letters: Letters,
    traces: Traces,
    blocks: Vec<Block>,
    /// The first blocks stand in the order of their cases, so that they need no directory.
    in_order: usize,
    place: HashMap<i64, usize>,
    dead: usize,
}

impl Index {
    /// Puts a case's texts at the end; none takes the case out.
    pub fn put(&mut self, case: i64, texts: &str) {
        if let Some(old) = self.place_of(case)
            && let Some(block) = self.blocks.get_mut(old)
        {
            block.alive = false;
            self.dead += 1;
        }
        self.place.remove(&case);
        if !texts.is_empty() {
            let at = self.blocks.len();
            let follows = at == self.in_order && self.blocks.last().is_none_or(|last| last.case < case);
            match follows {
                true => self.in_order = at + 1,
                false => drop(self.place.insert(case, at)),
            }
            self.blocks.push(Block { case, text: self.text.len(), letters: self.letters.bytes.len(), alive: true });
            self.text.extend_from_slice(texts.as_bytes());
            self.letters.append(texts);
            self.traces.add(at, texts);
        }
        if self.blocks.len() > 1024 && self.dead > self.blocks.len() / 2 {
            self.move_together();
        }
    }

    /// Gives back what was set aside for growing.
    pub fn settle(&mut self) {
        self.text.shrink_to_fit();
        self.letters.bytes.shrink_to_fit();
        self.letters.chars.shrink_to_fit();
        self.blocks.shrink_to_fit();
    }

    fn place_of(&self, case: i64) -> Option<usize> {
        if let Some(at) = self.place.get(&case) {
            return Some(*at);
        }
        let ordered = self.blocks.get(..self.in_order)?;
        let at = ordered.binary_search_by_key(&case, |block| block.case).ok()?;
        ordered.get(at).filter(|block| block.alive).map(|_| at)
    }

    fn move_together(&mut self) {
        let old = std::mem::take(self);
        for (at, block) in old.blocks.iter().enumerate().filter(|(_, block)| block.alive) {
            self.put(block.case, old.text_of(at));
        }
    }

    /// The cases that a query finds, those put last first, at most `limit`.
    pub fn find(&self, query: &Query, limit: usize) -> Vec<i64> {
        if query.is_empty() || limit == 0 {
            return Vec::new();
        }
        let middle = self.blocks.len().saturating_sub(NEWEST);
        let mut found = self.sweep(query, middle..self.blocks.len(), limit);
        if found.len() < limit && middle > 0 {
            found.extend(self.sweep_together(query, middle, limit - found.len()));
        }
        found.into_iter().filter_map(|at| self.blocks.get(at)).map(|block| block.case).collect()
    }

    /// Whether each word stands in a text of the case that is no identity number, or is the whole of one.
    pub fn stands_openly(&self, case: i64, query: &Query) -> bool {
        let Some(texts) = self.place_of(case).map(|at| self.text_of(at)) else { return false };
        query.words().iter().all(|word| {
            marked(texts).any(
                |(mark, text)| {
                    if mark == IDENTITY { text == word.text() } else { word.found_in(text.as_bytes()) }
                },
            )
        })
    }

    /// Whether each word stands in a text of the case as the record has it, and not only in one as it is told.
    pub fn stands_in_record(&self, case: i64, query: &Query) -> bool {
        let Some(texts) = self.place_of(case).map(|at| self.text_of(at)) else { return false };
        !texts.contains(TOLD)
            || query
                .words()
                .iter()
                .all(|word| marked(texts).any(|(mark, text)| mark != TOLD && word.found_in(text.as_bytes())))
    }

    /// Sweeps the blocks before `end` on several threads.
    fn sweep_together(&self, query: &Query, end: usize, limit: usize) -> Vec<usize> {
        let threads = thread::available_parallelism().map_or(1, usize::from).min(MOST_THREADS);
        let each = end.div_ceil(threads).max(NEWEST);
        let parts: Vec<Range<usize>> = (0..end).step_by(each).map(|from| from..end.min(from + each)).collect();
        let mut found = Vec::new();
        thread::scope(|scope| {
            let others: Vec<_> = parts
                .iter()
                .skip(1)
                .map(|part| (part, scope.spawn(|| self.sweep(query, part.clone(), limit))))
                .collect();
            let oldest = parts.first().map(|part| self.sweep(query, part.clone(), limit)).unwrap_or_default();
            for (part, other) in others.into_iter().rev() {
                // A thread that could not do its part is done without.
                found.extend(other.join().unwrap_or_else(|_| self.sweep(query, part.clone(), limit)));
            }
            found.extend(oldest);
        });
        found.truncate(limit);
        found
    }

    /// The places among these blocks that a query finds, the last first, at most `limit`.
    fn sweep(&self, query: &Query, among: Range<usize>, limit: usize) -> Vec<usize> {
        let Some((anchor, others)) = query.words().split_first() else { return Vec::new() };
        let mut sieve = Sieve::new(&self.traces, anchor.needs(), others.iter().map(Word::needs));
        let (mut found, mut here) = (Vec::new(), Vec::new());
        let mut end = among.end;
        while end > among.start && found.len() < limit {
            let segment = (end - 1) / SEGMENT;
            here.clear();
            // Where it may stand as text, and where it may be read.
            let (text, read) = sieve.groups(segment);
            let blocks = |groups: Range<usize>| {
                let from = (segment * SEGMENT + groups.start * GROUP).max(among.start);
                from..(segment * SEGMENT + groups.end * GROUP).min(end).max(from)
            };
            for run in runs(if text.count_ones() > MANY { u64::MAX } else { text }) {
                self.by_text(anchor.finder(), blocks(run), &mut here);
            }
            for run in runs(read) {
                self.by_letters(anchor, blocks(run), &mut here);
            }
            here.sort_unstable_by(|a, b| b.cmp(a));
            here.dedup();
            let fits = |at: &usize| {
                self.blocks.get(*at).is_some_and(|block| block.alive)
                    && others.iter().all(|word| word.found_in(self.bytes_of(*at)))
            };
            found.extend(here.iter().copied().filter(fits).take(limit - found.len()));
            end = (segment * SEGMENT).max(among.start);
        }
        found
    }

    /// The blocks in whose text the word stands.
    fn by_text(&self, finder: &Finder<'_>, among: Range<usize>, here: &mut Vec<usize>) {
        let end = self.text_from(among.end);
        let mut from = self.text_from(among.start);
        while let Some(hit) = self.text.get(from..end).and_then(|text| finder.find(text)) {
            let at = self.block_at(&among, from + hit, |block| block.text);
            here.push(at);
            from = self.text_from(at + 1);
        }
    }

    /// The blocks in whose text the word stands when it is read aloud.
    fn by_letters(&self, word: &Word, among: Range<usize>, here: &mut Vec<usize>) {
        let end = self.letters_from(among.end);
        let mut from = self.letters_from(among.start);
        loop {
            let letters = self.letters.bytes.get(from..end).unwrap_or_default();
            let chars = self.letters.chars.get(from..end).unwrap_or_default();
            let really = |last| word.read_in(self.text_of(self.block_at(&among, from + last, |block| block.letters)));
            let Some(hit) = word.stands_in(letters, chars, really) else { return };
            let at = self.block_at(&among, from + hit, |block| block.letters);
            here.push(at);
            from = self.letters_from(at + 1);
        }
    }

    fn block_at(&self, among: &Range<usize>, place: usize, begin: impl Fn(&Block) -> usize) -> usize {
        let blocks = self.blocks.get(among.clone()).unwrap_or_default();
        among.start + blocks.partition_point(|block| begin(block) <= place).saturating_sub(1)
    }

    fn text_from(&self, at: usize) -> usize {
        self.blocks.get(at).map_or(self.text.len(), |block| block.text)
    }

    fn letters_from(&self, at: usize) -> usize {
        self.blocks.get(at).map_or(self.letters.bytes.len(), |block| block.letters)
    }

    fn text_of(&self, at: usize) -> &str {
        std::str::from_utf8(self.bytes_of(at)).unwrap_or_default()
    }

    fn bytes_of(&self, at: usize) -> &[u8] {
        self.text.get(self.text_from(at)..self.text_from(at + 1)).unwrap_or_default()
    }

    /// How many bytes it takes.
    pub fn bytes(&self) -> usize {
        self.text.capacity()
            + self.letters.bytes.capacity()
            + self.letters.chars.capacity() * size_of::<u16>()
            + self.traces.bytes()
            + self.blocks.capacity() * size_of::<Block>()
            + self.place.capacity() * size_of::<(i64, usize, u64)>()
    }
}

fn begins_text(c: char) -> bool {
    c < ' '
}

/// The texts of a case, each with its mark.
fn marked(texts: &str) -> impl Iterator<Item = (char, &str)> {
    texts
        .split_inclusive(begins_text)
        .zip(texts.split(begins_text).skip(1))
        .filter_map(|(mark, text)| mark.chars().next_back().map(|mark| (mark, text)))
}

/// The runs of set bits, the lowest first.
fn runs(mut bits: u64) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let from = at + usize::try_from(bits.trailing_zeros()).ok()?;
        if bits == 0 {
            return None;
        }
        bits = bits.checked_shr(bits.trailing_zeros()).unwrap_or(0);
        let ones = bits.trailing_ones();
        bits = bits.checked_shr(ones).unwrap_or(0);
        at = from + ones as usize;
        Some(from..at)
    })
}
