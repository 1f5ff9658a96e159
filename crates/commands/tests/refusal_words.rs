//! What a refusal carries is told to the person: each value stands in its words, and each place in its words has a value.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use anjuan_commands::{Lang, words};

/// Values that the words leave out, and why.
const LEFT_OUT: &[(&str, &str, &str)] = &[
    ("act_not_for_post", "post", "a code; the person knows the own post"),
    ("finding_changed", "check", "the finding is before the person"),
    ("finding_gone", "check", "the finding is before the person"),
    ("finding_not_answered", "check", "the finding is before the person"),
    ("hearing_note_unknown", "note", "a key that nobody sees"),
    ("import_plan_gone", "plan", "a key that nobody sees"),
    ("no_right", "action", "a code; for the journal"),
    ("no_right", "post", "a code; the person knows the own post"),
    ("no_right_on_case", "post", "a code; the person knows the own post"),
    ("paper_values_missing", "fields", "paths for the page, which leads to them; the words name them"),
    ("paper_values_missing", "day", "for the page"),
    ("period_length_is_law", "rule", "an id; the rule is before the person"),
    ("period_note_missing", "rule", "an id; the rule is before the person"),
    ("record_damaged", "detail", "the engine's own words, for a technician in the JSON answer"),
    ("record_key_file_broken", "detail", "the parser's own words, for a technician in the JSON answer"),
    ("reminder_unknown", "reminder", "a key that nobody sees"),
    ("request_own", "request", "a key; the request is before the person"),
    ("stopped", "task", "the person stopped it"),
    ("template_is_shipped", "paper", "a code; the paper is before the person"),
    ("template_too_large", "part", "the file that the person has just chosen"),
];

/// Values that are put in by somebody else than the place that refuses.
const PUT_IN_LATER: &[(&str, &str)] = &[
    // Hearings put the articles of their rule to what they refuse (hearings/matter.rs).
    ("", "article_zh"),
    ("", "article_en"),
    // Where rows of a case stay out, each names the row that is wrong (imports/run.rs).
    ("import_case_refused", "row"),
];

/// One place in the sources that refuses.
struct Place {
    file: PathBuf,
    code: String,
    given: BTreeSet<String>,
    /// Names that the same file puts in by `with`.
    nearby: BTreeSet<String>,
}

#[test]
fn every_value_of_a_refusal_is_told_or_left_out_for_a_reason() {
    let mut left_out: BTreeSet<(&str, &str)> = LEFT_OUT.iter().map(|(code, name, _)| (*code, *name)).collect();
    let mut untold = Vec::new();
    for place in places() {
        for (lang, other) in [(Lang::Zh, "en"), (Lang::En, "zh")] {
            let told = asked_for(lang, &place.code);
            for name in place.given.iter().filter(|name| !told.contains(*name)) {
                let of_other_language = name == other || name.ends_with(&format!("_{other}"));
                let meant = LEFT_OUT.iter().find(|(code, left, _)| (*code, *left) == (&place.code, name));
                if let Some((code, name, _)) = meant {
                    left_out.remove(&(*code, *name));
                } else if !of_other_language {
                    untold.push(format!("{}: {} {lang:?} does not say {{{name}}}", place.file.display(), place.code));
                }
            }
        }
    }
    assert!(untold.is_empty(), "{untold:#?}");
    assert!(left_out.is_empty(), "told by now, or gone: {left_out:?}");
}

#[test]
fn every_place_in_the_words_of_a_refusal_has_a_value() {
    let mut empty = Vec::new();
    for place in places() {
        for lang in [Lang::Zh, Lang::En] {
            for name in asked_for(lang, &place.code) {
                let later =
                    PUT_IN_LATER.iter().any(|(code, later)| *later == name && (code.is_empty() || *code == place.code));
                if !(later || place.given.contains(&name) || place.nearby.contains(&name)) {
                    empty.push(format!("{}: {} {lang:?} asks for {{{name}}}", place.file.display(), place.code));
                }
            }
        }
    }
    assert!(empty.is_empty(), "{empty:#?}");
}

/// The names in braces in the words of a refusal and its remedy.
fn asked_for(lang: Lang, code: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for key in [format!("refusal_{code}"), format!("remedy_{code}")] {
        let text = words::say(lang, &key, []);
        for part in text.split('{').skip(1) {
            names.extend(part.split_once('}').map(|(name, _)| name.to_owned()));
        }
    }
    names
}

fn places() -> Vec<Place> {
    let mut found = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    common::visit_sources(&root, &mut |file, text| {
        let nearby =
            text.split(".with(\"").skip(1).filter_map(|rest| rest.split('"').next().map(str::to_owned)).collect();
        let nearby: BTreeSet<String> = nearby;
        for rest in text.split("refusal!(\"").skip(1) {
            let (code, rest) = rest.split_once('"').unwrap();
            found.push(Place {
                file: file.to_owned(),
                code: code.to_owned(),
                given: names(rest),
                nearby: nearby.clone(),
            });
        }
    });
    let codes: BTreeMap<&str, usize> = found.iter().map(|place| (place.code.as_str(), 1)).collect();
    assert!(codes.len() > 200, "only {} codes were found", codes.len());
    found
}

/// The names before `=` up to the end of the macro's call.
fn names(rest: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let (mut depth, mut in_text, mut part) = (0, false, String::new());
    let mut letters = rest.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if in_text => drop(letters.next()),
            '"' => in_text = !in_text,
            _ if in_text => {}
            '(' | '[' | '{' => depth += 1,
            ')' if depth == 0 => break,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                names.extend(name_of(&part));
                part.clear();
                continue;
            }
            _ => {}
        }
        part.push(letter);
    }
    names.extend(name_of(&part));
    names
}

fn name_of(part: &str) -> Option<String> {
    let (name, value) = part.split_once('=')?;
    let is_name = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    (is_name(name.trim()) && !value.starts_with('=')).then(|| name.trim().to_owned())
}
