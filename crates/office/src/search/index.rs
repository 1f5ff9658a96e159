//! What can be found, in memory: the comparable texts of each case one after the other, and beside them the initials.
//!
//! ```text
//! text:     ␁ 2026-gc-00012 ␁ 张某某盗窃案 ␂ 张某某 ␃ 测检刑诉受2026…  | next case …
//! initials: ␁ 2026-gc-00012 ␁ zmmdqa       ␂ zmm    ␃ cjxss2026…       | next case …
//! ```
//!
//! A control character begins each text, so that no word is found across two of them. A character whose readings begin with
//! different letters stands as [`ANY`] among the initials. A case that changed is put at the end anew and its old
//! place marked dead; when too much is dead everything is moved together.

use std::collections::{HashMap, HashSet};

use memchr::memmem::FinderRev;

use super::matching::{Query, Word};

/// Among the initials: a character that can be read with different first letters.
pub(super) const ANY: u8 = 0xff;

/// Where a case's texts begin.
#[derive(Clone, Copy)]
struct Block {
    case: i64,
    text: usize,
    initials: usize,
}

/// See the module.
#[derive(Default)]
pub(super) struct Index {
    text: Vec<u8>,
    initials: Vec<u8>,
    blocks: Vec<Block>,
    place: HashMap<i64, usize>,
}

impl Index {
    /// Puts a case's texts at the end; none takes the case out.
    pub fn put(&mut self, case: i64, texts: &str) {
        self.place.remove(&case);
        if !texts.is_empty() {
            self.place.insert(case, self.blocks.len());
            self.blocks.push(Block { case, text: self.text.len(), initials: self.initials.len() });
            self.text.extend_from_slice(texts.as_bytes());
            for c in texts.chars() {
                self.initials.push(super::matching::initial(c));
            }
        }
        if self.blocks.len() > 1024 && self.blocks.len() > self.place.len() * 2 {
            self.move_together();
        }
    }

    fn move_together(&mut self) {
        let old = std::mem::take(self);
        for (at, block) in old.blocks.iter().enumerate() {
            if old.place.get(&block.case) == Some(&at) {
                self.put(block.case, old.text_of(at));
            }
        }
    }

    /// The cases that a query finds, those put last first, at most `limit`.
    pub fn find(&self, query: &Query, limit: usize) -> Vec<i64> {
        let Some((anchor, others)) = query.words().split_first() else {
            return Vec::new();
        };
        let mut found: Vec<usize> = Vec::new();
        let mut seen = HashSet::new();
        let mut take = |at: usize| -> bool {
            if self.place.get(&self.blocks[at].case) == Some(&at)
                && !seen.contains(&at)
                && others.iter().all(|word| word.found_in(self.text_of(at)))
            {
                seen.insert(at);
                found.push(at);
            }
            seen.len() >= limit
        };
        self.sweep_text(anchor, &mut take);
        if anchor.has_pinyin() {
            let mut by_pinyin = 0;
            self.sweep_initials(anchor, |at| {
                let before = by_pinyin;
                if anchor.read_in(self.text_of(at)) {
                    by_pinyin += 1;
                    take(at);
                }
                before != by_pinyin && by_pinyin >= limit
            });
        }
        found.sort_unstable_by(|a, b| b.cmp(a));
        found.truncate(limit);
        found.into_iter().map(|at| self.blocks[at].case).collect()
    }

    fn sweep_text(&self, word: &Word, take: &mut impl FnMut(usize) -> bool) {
        let finder = FinderRev::new(word.text());
        let mut end = self.text.len();
        while let Some(hit) = finder.rfind(&self.text[..end]) {
            let at = self.blocks.partition_point(|block| block.text <= hit) - 1;
            end = self.blocks[at].text;
            if take(at) {
                return;
            }
        }
    }

    /// Calls `take` for every block in which the word's letters could begin characters, last first.
    fn sweep_initials(&self, word: &Word, mut take: impl FnMut(usize) -> bool) {
        let Some(first) = word.text().as_bytes().first() else {
            return;
        };
        let mut end = self.initials.len();
        while let Some(hit) = memchr::memrchr2(*first, ANY, &self.initials[..end]) {
            end = hit;
            if word.could_begin(&self.initials[hit..]) {
                let at = self.blocks.partition_point(|block| block.initials <= hit) - 1;
                end = self.blocks[at].initials;
                if take(at) {
                    return;
                }
            }
        }
    }

    fn text_of(&self, at: usize) -> &str {
        let end = self.blocks.get(at + 1).map_or(self.text.len(), |next| next.text);
        std::str::from_utf8(&self.text[self.blocks[at].text..end]).unwrap_or_default()
    }

    /// How many bytes it takes.
    #[cfg(test)]
    pub fn bytes(&self) -> usize {
        self.text.capacity()
            + self.initials.capacity()
            + self.blocks.capacity() * size_of::<Block>()
            + self.place.capacity() * size_of::<(i64, usize, u64)>()
    }
}
