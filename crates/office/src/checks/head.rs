//! The head of a check: its page in the manual, what it applies to, since when, and its examples.
//!
//! A head is the comment lines at the top of the file. A line is `-- key  value`, with two or more spaces between
//! the key and the value; a line that begins with more than one space carries on the value before it. The keys:
//!
//! | key | value |
//! | --- | --- |
//! | `title zh`, `title en` | what is wrong, in a few words |
//! | `rule zh`, `rule en` | what the law or practice asks for |
//! | `do zh`, `do en` | what to do about it |
//! | `severity` | `stop`, `high`, `medium`, `low` or `info` |
//! | `applies` | categories, families, functions, lines, or `all` |
//! | `basis` | instruments and articles, `;` between |
//! | `in force` | `2019-12-30 ..`, `2012-01-01 .. 2019-12-29` or `always`: the cases accepted on those days |
//! | `across` | `yes` where the finding reads other cases too |
//! | `good`, `bad` | an example without and with the finding, see [`Example`]; any number of them |

use std::collections::BTreeMap;

use anjuan_law::{Basis, Category, Day, Words, category, sources, vocabulary};
use serde::Serialize;

use super::example::Example;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Not to be closed or issued before it is settled.
    Stop,
    /// High.
    High,
    /// Medium.
    Medium,
    /// Low.
    Low,
    /// For information.
    Info,
}

impl Severity {
    /// From the worst to the slightest.
    pub const ALL: [Severity; 5] = [Self::Stop, Self::High, Self::Medium, Self::Low, Self::Info];

    /// The code in the record and in the vocabulary.
    pub fn code(self) -> &'static str {
        match self {
            Self::Stop => "stop",
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
            Self::Info => "info",
        }
    }

    /// The severity of a code.
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|severity| severity.code() == code)
    }
}

/// One check: what it finds wrong, and the query that finds it.
#[derive(Debug, Clone)]
pub struct Check {
    /// Stable id, the name of its file: `co_01`.
    pub id: &'static str,
    /// What is wrong, in a few words.
    pub title: Words,
    /// What the law or practice asks for.
    pub rule: Words,
    /// What to do about it.
    pub remedy: Words,
    /// How bad it is.
    pub severity: Severity,
    /// Categories, families, functions and lines it applies to; empty for all.
    pub applies: Vec<&'static str>,
    /// What it stands on.
    pub basis: Vec<Basis>,
    /// Cases accepted on this day or later; `None` for always.
    pub from: Option<Day>,
    /// Cases accepted on this day or earlier; `None` for without end.
    pub to: Option<Day>,
    /// Whether it reads other cases too.
    pub across: bool,
    /// Examples without the finding.
    pub good: Vec<Example>,
    /// Examples with the finding.
    pub bad: Vec<Example>,
    /// The query without the head, without a semicolon.
    pub body: &'static str,
}

/// A head that can't be read: which check, what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("check {check}: {fault}")]
pub struct HeadFault {
    /// The check's id.
    pub check: String,
    /// What is wrong.
    pub fault: String,
}

impl Check {
    /// Whether the check looks at cases of this category and line.
    pub fn looks_at(&self, category: Option<&Category>, line: &str) -> bool {
        self.applies.is_empty() || self.applies.iter().any(|name| names_case(name, category, line))
    }

    /// Whether the check is in force for a case that was accepted on that day.
    pub fn is_of(&self, accepted_on: Day) -> bool {
        self.from.is_none_or(|from| accepted_on >= from) && self.to.is_none_or(|to| accepted_on <= to)
    }

    /// Reads one file.
    pub fn read(id: &'static str, text: &'static str) -> Result<Check, HeadFault> {
        read(id, text).map_err(|fault| HeadFault { check: id.to_owned(), fault })
    }
}

fn names_case(name: &str, category: Option<&Category>, line: &str) -> bool {
    name == line
        || category.is_some_and(|category| {
            name == category.id
                || name == category.family
                || category.function_in(line).is_some_and(|function| function_code(function) == name)
        })
}

fn function_code(function: anjuan_law::categories::Function) -> &'static str {
    use anjuan_law::categories::Function;
    match function {
        Function::Criminal => "criminal",
        Function::Civil => "civil",
        Function::Administrative => "administrative",
        Function::PublicInterest => "public_interest",
    }
}

fn read(id: &'static str, text: &'static str) -> Result<Check, String> {
    let body_at = text.lines().take_while(|line| line.starts_with("--")).map(|line| line.len() + 1).sum::<usize>();
    let (head, body) = text.split_at(body_at.min(text.len()));
    let body = body.trim().trim_end_matches(';').trim_end();
    if body.is_empty() {
        return Err("there is no query".to_owned());
    }
    let mut head = Head::read(head)?;
    let check = Check {
        id,
        title: head.words("title")?,
        rule: head.words("rule")?,
        remedy: head.words("do")?,
        severity: head.with("severity", |code| Severity::of(code).ok_or(format!("no severity {code:?}")))?,
        applies: head.with("applies", applies)?,
        basis: head.with("basis", bases)?,
        from: None,
        to: None,
        across: head.maybe("across").is_some_and(|answer| answer == "yes"),
        good: head.examples("good")?,
        bad: head.examples("bad")?,
        body,
    };
    let (from, to) = head.with("in force", in_force)?;
    match head.entries.keys().next() {
        Some(key) => Err(format!("unknown key {key:?}")),
        None => Ok(Check { from, to, ..check }),
    }
}

/// The entries of a head; each is taken once.
struct Head {
    entries: BTreeMap<&'static str, Vec<String>>,
}

impl Head {
    fn read(text: &'static str) -> Result<Head, String> {
        let mut entries: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
        let mut last = None;
        for line in text.lines() {
            let line = line.trim_start_matches('-');
            if line.trim().is_empty() {
                continue;
            }
            if line.starts_with("  ") {
                let value =
                    last.and_then(|key| entries.get_mut(key)).and_then(|values: &mut Vec<String>| values.last_mut());
                let value = value.ok_or_else(|| format!("{line:?} carries nothing on"))?;
                value.push('\n');
                value.push_str(line.trim());
                continue;
            }
            let (key, value) = line.trim_start().split_once("  ").ok_or_else(|| format!("{line:?} has no value"))?;
            entries.entry(key).or_default().push(value.trim().to_owned());
            last = Some(key);
        }
        Ok(Head { entries })
    }

    fn maybe(&mut self, key: &str) -> Option<String> {
        let values = self.entries.remove(key)?;
        Some(values.join("\n"))
    }

    fn with<T>(&mut self, key: &str, read: impl FnOnce(&str) -> Result<T, String>) -> Result<T, String> {
        let value = self.maybe(key).ok_or_else(|| format!("no {key:?}"))?;
        read(&value)
    }

    fn words(&mut self, key: &str) -> Result<Words, String> {
        let text = |value: &str| match value.trim() {
            "" => Err(format!("{key:?} is empty")),
            value => Ok(value.to_owned()),
        };
        // Chinese is written without spaces: a line that is carried on joins without one.
        let zh = self.with(&format!("{key} zh"), |value| text(&value.replace('\n', "")))?;
        let en = self.with(&format!("{key} en"), |value| text(&value.replace('\n', " ")))?;
        Ok(Words::owned(zh, en))
    }

    fn examples(&mut self, key: &str) -> Result<Vec<Example>, String> {
        let texts = self.entries.remove(key).unwrap_or_default();
        if texts.is_empty() {
            return Err(format!("no {key:?} example"));
        }
        texts.iter().map(|text| Example::read(text)).collect()
    }
}

fn applies(text: &str) -> Result<Vec<&'static str>, String> {
    let vocabulary = vocabulary();
    let known = |name: &str| -> Option<&'static str> {
        let line = vocabulary.lines.iter().map(|line| line.code.as_str());
        let function = anjuan_law::choices("function").iter().map(|function| function.code.as_str());
        let family = vocabulary.families.iter().map(|family| family.id.as_str());
        line.chain(function).chain(family).chain(category(name).map(|found| found.id.as_str())).find(|id| *id == name)
    };
    match text.trim() {
        "all" => Ok(Vec::new()),
        names => {
            names.split_whitespace().map(|name| known(name).ok_or_else(|| format!("applies: no {name:?}"))).collect()
        }
    }
}

fn bases(text: &str) -> Result<Vec<Basis>, String> {
    text.split([';', '\n'])
        .map(|reference| {
            let (tag, article) = reference.trim().split_once(' ').unwrap_or((reference.trim(), ""));
            let source = sources::by_tag(tag).ok_or_else(|| format!("basis: no instrument {tag:?}"))?;
            Ok(Basis { source: source.tag, article: article.trim().to_owned().leak() })
        })
        .collect()
}

fn in_force(text: &str) -> Result<(Option<Day>, Option<Day>), String> {
    let day = |text: &str| match text.trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| format!("in force: no day {text:?}")),
    };
    match text.trim() {
        "always" => Ok((None, None)),
        text => {
            let (from, to) = text.split_once("..").ok_or("in force: from .. to")?;
            let (from, to) = (day(from)?, day(to)?);
            match (from, to) {
                (Some(from), Some(to)) if to < from => Err("in force: ends before it begins".to_owned()),
                days => Ok(days),
            }
        }
    }
}
