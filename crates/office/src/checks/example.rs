//! Examples of a check: a few facts of a case that have, or do not have, the finding.
//!
//! Facts stand one on a line, or with `;` between. A fact is a verb, its words, and fields `name=value` (with
//! quotes where a value has spaces):
//!
//! ```text
//! case first_instance_prosecution 2026-01-05 source=police
//! person 张某 role=suspect birth=1990-01-01
//! charge 张某 transferred 盗窃罪
//! measure 张某 arrest executed_on=2025-12-20
//! act returned_for_investigation 2026-02-01 time=1
//! act prosecuted 2026-03-01 of=张某 charge=盗窃罪
//! account 王某 post=prosecutor in_quota=1
//! handler 王某 2026-01-06 mode=random
//! number department 测检刑诉受〔2026〕12号
//! flag foreign
//! link same_matter
//! conflict 王某 person 张某 interest
//! hearing ordinary held_on=2026-03-09 is_public=1
//! participant 张某 role=party
//! seat 周某 selection=random
//! step present at_time=09:05
//! effect accepted 2026-04-01
//! period custody_necessity_review 30d
//! ```
//!
//! A second `case` is another case of the same example; the finding is asked of the last one. `on 2026-05-01` asks on
//! that day (else: on any day); `finds person:1` says what the finding is about. Accounts may stand before the first case.

/// One fact of an example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What sort of fact: `case`, `person`, `act` …
    pub verb: String,
    /// Its words in order.
    pub words: Vec<String>,
    /// Its fields.
    pub fields: Vec<(String, String)>,
}

/// One example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The facts in order.
    pub facts: Vec<Fact>,
}

const VERBS: &[&str] = &[
    "case",
    "person",
    "charge",
    "measure",
    "act",
    "account",
    "handler",
    "assistant",
    "number",
    "flag",
    "link",
    "conflict",
    "hearing",
    "participant",
    "seat",
    "step",
    "effect",
    "period",
    "on",
    "finds",
];

impl Example {
    pub(crate) fn read(text: &str) -> Result<Example, String> {
        let mut facts = Vec::new();
        for line in text.split(['\n', ';']).map(str::trim).filter(|line| !line.is_empty()) {
            let fact = Fact::read(line)?;
            if !VERBS.contains(&fact.verb.as_str()) {
                return Err(format!("example: no fact is called {:?}", fact.verb));
            }
            facts.push(fact);
        }
        match facts.iter().any(|fact| fact.verb == "case") {
            true => Ok(Example { facts }),
            false => Err("example: there is no case".to_owned()),
        }
    }
}

impl Fact {
    fn read(line: &str) -> Result<Fact, String> {
        let mut parts = parts(line)?.into_iter();
        let verb = parts.next().unwrap_or_default();
        let mut fact = Fact { verb, words: Vec::new(), fields: Vec::new() };
        for part in parts {
            match part.split_once('=') {
                Some((name, value)) if is_name(name) => fact.fields.push((name.to_owned(), value.to_owned())),
                _ => fact.words.push(part),
            }
        }
        Ok(fact)
    }

    /// The word at that place, or nothing.
    pub fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", String::as_str)
    }

    /// The value of that field.
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str())
    }
}

fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_' || byte == b'.' || byte.is_ascii_digit())
}

/// Splits at spaces outside quotes and takes the quotes away.
fn parts(line: &str) -> Result<Vec<String>, String> {
    let (mut parts, mut part, mut quoted, mut begun) = (Vec::new(), String::new(), false, false);
    for character in line.chars() {
        match character {
            '"' => (quoted, begun) = (!quoted, true),
            ' ' if !quoted => {
                if begun {
                    parts.push(std::mem::take(&mut part));
                }
                begun = false;
            }
            other => {
                part.push(other);
                begun = true;
            }
        }
    }
    if quoted {
        return Err(format!("example: a quote is left open in {line:?}"));
    }
    if begun {
        parts.push(part);
    }
    Ok(parts)
}
