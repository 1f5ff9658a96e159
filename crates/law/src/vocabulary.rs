//! Everything the interface needs to speak of cases: lines, stages, categories, acts and the lists of
//! choices (`rules/vocabulary/`), read once from the files inside the program.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::acts::{self, Act};
use crate::categories::{self, Category, Family, Line, Stage};
use crate::rules::{self, RuleFault};
use crate::{Lang, Source, headings, periods, sources};

/// One entry of a list of choices. The code is what the record keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<String>")]
pub struct Choice {
    /// Stable code, unique in its list.
    pub code: String,
    /// Chinese words.
    pub zh: String,
    /// English words.
    pub en: String,
    /// Code of the group it stands in; the groups are the list called `<list>_group`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
}

impl TryFrom<Vec<String>> for Choice {
    type Error = String;

    fn try_from(row: Vec<String>) -> Result<Choice, String> {
        let mut cells = row.into_iter();
        match (cells.next(), cells.next(), cells.next(), cells.next(), cells.next()) {
            (Some(code), Some(zh), Some(en), group, None) => Ok(Choice { code, zh, en, group }),
            _ => Err("a choice is [code, zh, en] or [code, zh, en, group]".to_owned()),
        }
    }
}

impl Choice {
    /// The words in that language.
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// All names and lists of the law. Serialises to one JSON document for the interface.
#[derive(Debug, Serialize)]
pub struct Vocabulary {
    /// Business lines in their usual order.
    pub lines: Vec<Line>,
    /// Stages.
    pub stages: Vec<Stage>,
    /// Families of categories.
    pub families: Vec<Family>,
    /// Categories of cases.
    pub categories: Vec<Category>,
    /// Kinds of procedural acts.
    pub acts: Vec<Act>,
    /// Lists of choices by name, each in the order of the screen.
    pub choices: BTreeMap<String, Vec<Choice>>,
    /// The instruments that bases name.
    pub sources: &'static [Source],
}

const FILES: &[(&str, &str)] = &[
    ("vocabulary/people.toml", include_str!("../rules/vocabulary/people.toml")),
    ("vocabulary/case.toml", include_str!("../rules/vocabulary/case.toml")),
    ("vocabulary/outcomes.toml", include_str!("../rules/vocabulary/outcomes.toml")),
    ("vocabulary/office.toml", include_str!("../rules/vocabulary/office.toml")),
    ("vocabulary/hearing.toml", include_str!("../rules/vocabulary/hearing.toml")),
    ("vocabulary/acts.toml", include_str!("../rules/vocabulary/acts.toml")),
];

/// The lists of what has a home of its own in the law, for telling of it by its name: periods, and the fields of a ledger.
const PERIOD: &str = "period";
const LEDGER_FIELD: &str = "ledger_field";

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| match read() {
    Ok(vocabulary) => vocabulary,
    #[expect(clippy::panic, reason = "the files are part of the program and read by its tests")]
    Err(fault) => panic!("{fault}"),
});

/// The vocabulary, read at the first call.
pub fn vocabulary() -> &'static Vocabulary {
    &VOCABULARY
}

/// A list of choices; empty where there is no such list.
pub fn choices(list: &str) -> &'static [Choice] {
    vocabulary().choices.get(list).map_or(&[], Vec::as_slice)
}

/// One choice of a list.
pub fn choice(list: &str, code: &str) -> Option<&'static Choice> {
    choices(list).iter().find(|choice| choice.code == code)
}

fn read() -> Result<Vocabulary, RuleFault> {
    let mut lists = BTreeMap::new();
    for (place, text) in FILES {
        let file: BTreeMap<String, Vec<Choice>> = rules::read(place, text)?;
        for (name, list) in file {
            if lists.insert(name.clone(), list).is_some() {
                return Err(RuleFault::new(*place, format!("list {name} stands twice")));
            }
        }
    }
    let periods = periods::rules().iter().map(|rule| named(rule.id, &rule.title.zh, &rule.title.en));
    let fields = headings::fields().iter().map(|field| named(&field.id, &field.zh, &field.en));
    lists.insert(PERIOD.to_owned(), periods.collect());
    lists.insert(LEDGER_FIELD.to_owned(), fields.collect());
    let (stages, families) = categories::read_stages()?;
    Ok(Vocabulary {
        lines: categories::read_lines()?,
        categories: categories::read_categories(&families)?,
        acts: acts::read()?,
        stages,
        families,
        choices: lists,
        sources: sources::all(),
    })
}

fn named(code: &str, zh: &str, en: &str) -> Choice {
    Choice { code: code.to_owned(), zh: zh.to_owned(), en: en.to_owned(), group: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_found_by_its_code() {
        let measure = choice("measure", "arrest").unwrap();
        assert_eq!(measure.name(Lang::Zh), "逮捕");
        assert_eq!(measure.group.as_deref(), Some("custody"));
        assert!(choice("measure", "Arrest").is_none(), "codes are exact");
        assert!(choices("no_such_list").is_empty());
    }

    #[test]
    fn the_interface_gets_one_document() {
        let json = serde_json::to_value(vocabulary()).unwrap();
        assert_eq!(json["lines"][0]["code"], "GC");
        assert_eq!(json["choices"]["sex"][0]["zh"], "男");
        for (list, code) in [("period", "review_for_prosecution"), ("ledger_field", "accepted_on")] {
            assert!(choice(list, code).is_some_and(|one| !one.zh.is_empty() && !one.en.is_empty()), "{list}");
        }
        assert_eq!(json["categories"][0]["weight"], "1");
        let act = &json["acts"][0];
        assert_eq!((&act["id"], &act["fields"][0]["type"]), (&"accepted".into(), &"unit".into()));
    }
}
