//! The instruments that rules stand on (`rules/sources.toml`), and references to their articles.

use serde::Serialize;

use crate::{Day, Lang, Words};

/// A law, interpretation or set of provisions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// The tag that rules use, for example `CPL`.
    pub tag: &'static str,
    /// Full title.
    pub title: Words,
    /// Short Chinese title as people write it.
    pub short_zh: &'static str,
    /// Issue number, where it is known.
    pub number: Option<&'static str>,
    /// Day of adoption or issue, where it is known.
    pub adopted: Option<Day>,
    /// First day in force, where it is known.
    pub in_force_from: Option<Day>,
    /// Whether the text was read for these rules.
    pub read: Read,
}

/// How far the text of an instrument was read for these rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Read {
    /// Read.
    Yes,
    /// The articles used were read.
    Parts,
    /// Known by name only: rules on it are unverified.
    No,
}

/// A place in an instrument, for example `CPL 172`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Basis {
    /// Tag of the instrument, always one of [`all`].
    pub source: &'static str,
    /// Article and item as written in the rule file; empty when only the instrument is known.
    pub article: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/sources.rs"));

/// All instruments, in the order of the file.
pub fn all() -> &'static [Source] {
    SOURCES
}

/// The instrument with that tag.
pub fn by_tag(tag: &str) -> Option<&'static Source> {
    SOURCES.iter().find(|source| source.tag == tag)
}

impl Basis {
    /// The reference as people write it: `刑诉法第172条`, `Criminal Procedure Law, art. 172`.
    pub fn words(&self, lang: Lang) -> String {
        let source = by_tag(self.source);
        match lang {
            Lang::Zh => {
                let name = source.map_or(self.source, |s| s.short_zh);
                if self.article.is_empty() { name.to_owned() } else { format!("{name}第{}条", self.article) }
            }
            Lang::En => {
                let name = source.map_or(self.source, |s| s.title.get(Lang::En));
                if self.article.is_empty() { name.to_owned() } else { format!("{name}, art. {}", self.article) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_basis_reads_as_people_write_it() {
        let basis = Basis { source: "CPL", article: "172" };
        assert_eq!(basis.words(Lang::Zh), "刑诉法第172条");
        assert_eq!(basis.words(Lang::En), "Criminal Procedure Law, art. 172");
    }

    #[test]
    fn the_instruments_carry_their_days() {
        let rules = by_tag("Rules").unwrap();
        assert_eq!(rules.in_force_from.unwrap().to_string(), "2019-12-30");
        assert_eq!(rules.read, Read::Yes);
        assert!(by_tag("cpl").is_none(), "tags are exact");
    }
}
