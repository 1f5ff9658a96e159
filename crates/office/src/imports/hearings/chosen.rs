//! How the officers of a past hearing were chosen, as ledgers write it: one word for all, or one for each by name, a reason in the
//! same cell or in a column of its own. What is in none of these ways is not guessed but kept in the note.

use anjuan_law::{ledger_words, text::search_key};

use super::read::Reader;
use crate::{Result, hearings::NOT_STATED, imports::SourceCell};

const LIST: &str = "officer_selection";

impl Reader<'_, '_> {
    /// `随机抽取` for all of the row, or `听证员甲：随机抽取；听证员乙：指定（专业需要）`.
    pub(super) fn selection(&mut self, cell: &SourceCell, here: &[String]) -> Result<()> {
        for (names, text) in self.by_name(cell.text.trim(), here) {
            let Some((way, reason)) = way(&text).filter(|_| !names.is_empty()) else {
                self.remark("import_kept_in_note", cell);
                self.keep(cell, &text);
                continue;
            };
            for name in names.iter().filter(|_| way != NOT_STATED) {
                self.put(&format!("selection@{name}"), &way, cell)?;
                if !reason.is_empty() {
                    self.put(&format!("selection_reason@{name}"), &reason, cell)?;
                }
            }
        }
        Ok(())
    }

    /// The reason for those who were not drawn.
    pub(super) fn selection_reason(&mut self, cell: &SourceCell, here: &[String]) -> Result<()> {
        for (names, text) in self.by_name(cell.text.trim(), here) {
            let by_hand = |name: &&String| {
                let way = self.said.get(&format!("selection@{name}"));
                way.is_some_and(|way| way != "random")
            };
            let meant: Vec<&String> = names.iter().filter(by_hand).collect();
            if meant.is_empty() {
                self.remark("import_kept_in_note", cell);
                self.keep(cell, &text);
            }
            for name in meant {
                self.put(&format!("selection_reason@{name}"), &text, cell)?;
            }
        }
        Ok(())
    }

    /// The parts of a cell with those they speak of: who is named, else the officers of the row, else all.
    fn by_name(&self, text: &str, here: &[String]) -> Vec<(Vec<String>, String)> {
        let officers = self.officers();
        let named = |part: &str| {
            let (name, said) = part.split_once(['：', ':'])?;
            let known = officers.iter().find(|known| search_key(known) == search_key(name))?;
            Some((vec![known.clone()], said.trim().to_owned()))
        };
        let parts: Vec<&str> = text.split(['；', ';', '\n']).map(str::trim).filter(|part| !part.is_empty()).collect();
        if parts.iter().any(|part| named(part).is_some()) {
            return parts.into_iter().map(|part| named(part).unwrap_or((Vec::new(), part.to_owned()))).collect();
        }
        vec![(if here.is_empty() { officers } else { here.to_vec() }, text.to_owned())]
    }
}

/// The way and the reason in the same cell: `指定（专业需要）`, `指定：专业需要`.
fn way(text: &str) -> Option<(String, String)> {
    let known = |word: &str| ledger_words::whole(LIST, word).map(str::to_owned);
    if let Some(way) = known(text) {
        return Some((way, String::new()));
    }
    let (word, reason) = text.split_once(['（', '(', '：', ':', '，', ','])?;
    let reason = reason.trim().trim_end_matches(['）', ')']).trim();
    Some((known(word)?, reason.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_of_choosing_is_one_of_the_known_words_or_nothing() {
        for (text, meant) in [
            ("随机抽取", Some(("random", ""))),
            ("Drawn at random", Some(("random", ""))),
            ("抽签", Some(("random", ""))),
            ("指定（需要环境专业）", Some(("designated", "需要环境专业"))),
            ("hand-picked: knows the river", Some(("designated", "knows the river"))),
            ("库外邀请", Some(("outside", ""))),
            ("不详", Some(("not_stated", ""))),
            ("随机抽取2名、指定1名", None),
            ("区里来的", None),
            ("随", None),
        ] {
            let meant = meant.map(|(way, reason)| (way.to_owned(), reason.to_owned()));
            assert_eq!(way(text), meant, "{text}");
        }
    }
}
