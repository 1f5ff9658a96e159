//! How ledgers write what the lists of the law call otherwise (`rules/ledger_words.toml`). Whole words and parts of texts that
//! offices use; what stands in none of them is nothing that we know, and the caller says so.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::rules::{self, RuleFault};
use crate::text::search_key;
use crate::{Basis, choices};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    word: Vec<Word>,
    only: Vec<OnlyRow>,
    decision: Vec<Decision>,
    judgment: Vec<Judgment>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Word {
    list: String,
    code: String,
    #[serde(default)]
    is: Vec<String>,
    #[serde(default)]
    within: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OnlyRow {
    list: String,
    family: String,
    code: String,
    basis: Vec<String>,
}

/// The one ground that the law knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Only {
    list: String,
    family: String,
    /// Its code.
    pub code: String,
    /// Where the law says so.
    pub basis: Vec<Basis>,
}

/// How a review ended, by the words of its outcome.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    family: String,
    #[serde(default)]
    is: Vec<String>,
    #[serde(default)]
    says: Vec<String>,
    #[serde(default)]
    never: Vec<String>,
    /// The field of a ledger that has the day of that act; none where the words tell too little of it.
    pub field: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Judgment {
    outcome: String,
    #[serde(default)]
    says: Vec<String>,
    #[serde(default)]
    all: Vec<String>,
    #[serde(default)]
    never: Vec<String>,
}

struct Known {
    words: Vec<Word>,
    only: Vec<Only>,
    decisions: Vec<Decision>,
    judgments: Vec<Judgment>,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| match read() {
    Ok(known) => known,
    #[expect(clippy::panic, reason = "the file is part of the program and read by its tests")]
    Err(fault) => panic!("{fault}"),
});

fn read() -> Result<Known, RuleFault> {
    const PLACE: &str = "ledger_words.toml";
    let file: File = rules::read(PLACE, include_str!("../rules/ledger_words.toml"))?;
    let only = file.only.into_iter().map(|row| {
        let basis = rules::bases(&row.basis, PLACE)?;
        Ok(Only { list: row.list, family: row.family, code: row.code, basis })
    });
    Ok(Known {
        words: file.word,
        only: only.collect::<Result<_, RuleFault>>()?,
        decisions: file.decision,
        judgments: file.judgment,
    })
}

/// The code of a list that a text means as a whole: its code, its words, or how ledgers write it.
pub fn whole(list: &str, text: &str) -> Option<&'static str> {
    let key = search_key(text);
    if key.is_empty() {
        return None;
    }
    let known = choices(list)
        .iter()
        .find(|choice| search_key(&choice.zh) == key || search_key(&choice.en) == key || choice.code == text)
        .map(|choice| choice.code.as_str());
    let written = || {
        let mut of_list = KNOWN.words.iter().filter(|word| word.list == list);
        of_list.find(|word| word.is.iter().any(|is| search_key(is) == key)).map(|word| word.code.as_str())
    };
    known.or_else(written)
}

/// The code of a list that a text names among other words.
pub fn within(list: &str, text: &str) -> Option<&'static str> {
    let mut of_list = KNOWN.words.iter().filter(|word| word.list == list);
    of_list.find(|word| word.within.iter().any(|part| text.contains(part.as_str()))).map(|word| word.code.as_str())
}

/// A text that says that nothing is known.
pub fn is_nothing(text: &str) -> bool {
    whole("nothing", text).is_some()
}

/// The one code of a list that the law has for cases of a family.
pub fn only(list: &str, family: &str) -> Option<&'static Only> {
    KNOWN.only.iter().find(|only| only.list == list && only.family == family)
}

/// How a review of that family ended; none where the words of the outcome are not known.
pub fn decision(family: &str, outcome: &str) -> Option<&'static Decision> {
    let says = |words: &[String]| words.iter().any(|word| outcome.contains(word.as_str()));
    let mut of_family = KNOWN.decisions.iter().filter(|decision| decision.family == family);
    of_family
        .find(|decision| (decision.is.iter().any(|is| is == outcome) || says(&decision.says)) && !says(&decision.never))
}

/// What the words of a judgment say of guilt: a code of `outcome_judgment`; none where they leave it open.
pub fn judgment(words: &str) -> Option<&'static str> {
    let says = |parts: &[String]| parts.iter().any(|part| words.contains(part.as_str()));
    let fits = |one: &&Judgment| {
        let all = !one.all.is_empty() && one.all.iter().all(|part| words.contains(part.as_str()));
        (says(&one.says) || all) && !says(&one.never)
    };
    KNOWN.judgments.iter().find(fits).map(|one| one.outcome.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{headings, vocabulary};

    #[test]
    fn every_word_leads_to_something_that_the_law_has() {
        let own = ["yes_no", "nothing"];
        for word in &KNOWN.words {
            let known = own.contains(&word.list.as_str()) || choices(&word.list).iter().any(|c| c.code == word.code);
            assert!(known, "{}: {}", word.list, word.code);
            assert_ne!(word.is.is_empty(), word.within.is_empty(), "{}: {}", word.list, word.code);
        }
        let families: Vec<&str> = vocabulary().families.iter().map(|family| family.id.as_str()).collect();
        for only in &KNOWN.only {
            assert!(
                choices(&only.list).iter().any(|c| c.code == only.code) && families.contains(&only.family.as_str())
            );
            assert!(!only.basis.is_empty());
        }
        for decision in &KNOWN.decisions {
            assert!(families.contains(&decision.family.as_str()), "{}", decision.family);
            assert!(decision.field.as_ref().is_none_or(|field| headings::field(field).is_some()), "{decision:?}");
        }
        for judgment in &KNOWN.judgments {
            assert!(choices("outcome_judgment").iter().any(|choice| choice.code == judgment.outcome));
        }
    }

    #[test]
    fn ledgers_are_read_as_they_are_written_and_nothing_else_is_guessed() {
        assert_eq!(whole("sex", "男性"), Some("male"));
        assert_eq!(whole("sex", "Ｆ"), Some("female"), "any width");
        assert_eq!(whole("sex", "男？"), None);
        assert_eq!(whole("measure", "取保候审"), Some("bail"));
        assert_eq!(whole("person_kind", "有限公司"), None);
        assert_eq!(within("non_arrest_reason", "证据不足不批准逮捕"), Some("insufficient_evidence"));
        assert_eq!(within("non_arrest_reason", "不批准逮捕"), None);
        assert!(is_nothing("不详") && !is_nothing("不详细"));
        assert_eq!(only("extension_reason", "prosecution").map(|only| only.code.as_str()), Some("major_complex"));
        assert_eq!(only("extension_reason", "administrative"), None);
        assert_eq!(judgment("被告人李某无罪"), Some("acquitted"));
        assert_eq!(judgment("另案处理"), None);
    }

    #[test]
    fn outcomes_are_acts_where_their_words_say_which() {
        let field = |family: &str, outcome: &str| decision(family, outcome).map(|d| d.field.as_deref());
        assert_eq!(field("prosecution", "相对不起诉"), Some(Some("not_prosecuted_on")));
        assert_eq!(field("prosecution", "起诉"), Some(Some("prosecuted_on")));
        assert_eq!(field("prosecution", "附条件不起诉"), Some(None), "known, and too little is told of it");
        assert_eq!(field("prosecution", "改变管辖"), None);
        assert_eq!(field("prosecution", "撤回起诉"), None);
        assert_eq!(field("arrest", "不批准逮捕"), Some(Some("arrest_refused_on")));
        assert_eq!(field("arrest", "批准逮捕"), Some(Some("arrest_decided_on")));
    }
}
