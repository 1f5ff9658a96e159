//! rules/sources.toml: the instruments. Other files' bases are looked up here.

use std::fmt::Write as _;

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    source: Vec<Source>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub tag: String,
    zh: String,
    en: String,
    short_zh: String,
    number: Option<String>,
    adopted: Option<String>,
    pub in_force_from: Option<String>,
    read: Read,
}

#[derive(Deserialize, Debug, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum Read {
    Yes,
    Parts,
    No,
}

/// All instruments, tags checked to be unique and every text filled.
pub fn read() -> Vec<Source> {
    let text = std::fs::read_to_string("rules/sources.toml").expect("rules/sources.toml");
    let file: File = toml::from_str(&text).unwrap_or_else(|e| panic!("rules/sources.toml: {e}"));
    let mut seen = std::collections::BTreeSet::new();
    for source in &file.source {
        assert!(seen.insert(&source.tag), "sources.toml: {} stands twice", source.tag);
        for text in [&source.tag, &source.zh, &source.en, &source.short_zh] {
            assert!(!text.trim().is_empty(), "sources.toml: {}: an empty text", source.tag);
        }
        for day in [&source.adopted, &source.in_force_from].into_iter().flatten() {
            day_of(day, &source.tag);
        }
    }
    file.source
}

/// `"CPL 172"` as tag and article. Stops the build when the tag is not in sources.toml.
pub fn basis<'a>(sources: &'a [Source], text: &'a str, place: &str) -> (&'a str, &'a str) {
    let (tag, article) = text.split_once(' ').unwrap_or((text, ""));
    assert!(
        sources.iter().any(|source| source.tag == tag),
        "{place}: basis {text:?}: no source {tag:?} in sources.toml"
    );
    (tag, article.trim())
}

/// Year, month, day of `2026-03-05`. Stops the build on any other form.
pub fn day_of(text: &str, place: &str) -> (i32, u32, u32) {
    let parts: Vec<&str> = text.split('-').collect();
    let fits = text.len() == 10 && parts.len() == 3;
    assert!(fits, "{place}: {text:?} is not written as 2026-03-05");
    let number = |part: &str| part.parse::<u32>().unwrap_or_else(|_| panic!("{place}: {text:?}"));
    let (year, month, day) = (number(parts[0]), number(parts[1]), number(parts[2]));
    assert!((1..=12).contains(&month) && (1..=31).contains(&day), "{place}: {text:?}");
    (year as i32, month, day)
}

/// A day, or none, as the program text that makes it.
pub fn day_literal(day: Option<&str>, place: &str) -> String {
    match day {
        None => "None".to_owned(),
        Some(text) => {
            let (year, month, day) = day_of(text, place);
            format!("Some(crate::day::literal({year}, {month}, {day}))")
        }
    }
}

/// Writes the table of instruments.
pub fn write(sources: &[Source]) {
    let mut out = String::from("pub(crate) static SOURCES: &[Source] = &[\n");
    for source in sources {
        let adopted = day_literal(source.adopted.as_deref(), &source.tag);
        let from = day_literal(source.in_force_from.as_deref(), &source.tag);
        writeln!(
            out,
            "    Source {{ tag: {:?}, title: Words::new({:?}, {:?}), short_zh: {:?}, number: {:?}, \
             adopted: {adopted}, in_force_from: {from}, read: Read::{:?} }},",
            source.tag, source.zh, source.en, source.short_zh, source.number, source.read
        )
        .expect("writing to a string");
    }
    out.push_str("];\n");
    let folder = std::env::var("OUT_DIR").expect("OUT_DIR");
    std::fs::write(format!("{folder}/sources.rs"), out).expect("sources.rs");
}
