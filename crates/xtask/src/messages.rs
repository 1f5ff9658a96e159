//! The words for people: every one of them in both languages.

use crate::sh::{self, Done};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

const CHINESE: &str = "ui/messages/zh.json";
const ENGLISH: &str = "ui/messages/en.json";

/// Holds the two files of words against each other and each against its form.
pub fn check() -> Done {
    let (chinese, english) = (sh::read(CHINESE)?, sh::read(ENGLISH)?);
    let mut wrong = Vec::new();
    for (file, text) in [(CHINESE, &chinese), (ENGLISH, &english)] {
        wrong.extend(misplaced(text).into_iter().map(|what| format!("{file}: {what}")));
    }
    let (chinese, english) = (words(CHINESE, &chinese)?, words(ENGLISH, &english)?);
    wrong.extend(differences(&chinese, &english));
    for line in &wrong {
        println!("{line}");
    }
    println!("{} words, {} faults", chinese.len(), wrong.len());
    if wrong.is_empty() { Ok(()) } else { Err("the two languages do not agree".into()) }
}

fn words(file: &str, text: &str) -> Result<Map<String, Value>, String> {
    let mut words: Map<String, Value> = serde_json::from_str(text).map_err(|error| format!("{file}: {error}"))?;
    words.retain(|key, _| key != "$schema");
    Ok(words)
}

/// The keys of the file in the order of its lines: one key a line, sorted, none twice.
fn misplaced(text: &str) -> Vec<String> {
    let keys = text.lines().filter_map(|line| line.strip_prefix("  \"")?.split_once("\":"));
    let keys: Vec<&str> = keys.map(|(key, _)| key).filter(|key| *key != "$schema").collect();
    let mut wrong = Vec::new();
    for pair in keys.windows(2) {
        match pair[0].cmp(pair[1]) {
            std::cmp::Ordering::Less => {}
            std::cmp::Ordering::Equal => wrong.push(format!("{} stands twice", pair[0])),
            std::cmp::Ordering::Greater => wrong.push(format!("{} stands before {}", pair[0], pair[1])),
        }
    }
    let odd = |key: &&&str| !key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    wrong.extend(keys.iter().filter(odd).map(|key| format!("{key} is not snake_case")));
    wrong
}

fn differences(chinese: &Map<String, Value>, english: &Map<String, Value>) -> Vec<String> {
    let mut wrong = Vec::new();
    let keys: BTreeSet<&String> = chinese.keys().chain(english.keys()).collect();
    for key in keys {
        match (chinese.get(key), english.get(key)) {
            (Some(_), None) => wrong.push(format!("{key}: no English")),
            (None, _) => wrong.push(format!("{key}: no Chinese")),
            (Some(zh), Some(en)) => {
                if is_empty(zh) || is_empty(en) {
                    wrong.push(format!("{key}: empty"));
                } else if zh == en && zh.to_string().chars().any(is_han) {
                    wrong.push(format!("{key}: the English is the Chinese"));
                } else if holes(zh) != holes(en) {
                    wrong.push(format!("{key}: {:?} in Chinese, {:?} in English", holes(zh), holes(en)));
                }
            }
        }
    }
    wrong
}

fn is_empty(word: &Value) -> bool {
    word.as_str().is_some_and(|text| text.trim().is_empty())
}

fn is_han(letter: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&letter)
}

/// The names in braces that a text is to be filled with. A text with forms for one and many is not looked into.
fn holes(word: &Value) -> BTreeSet<&str> {
    let text = word.as_str().unwrap_or_default();
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.trim()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(zh: &str, en: &str, expected: &[&str]) {
        let zh = words("zh", zh).expect("an object");
        let en = words("en", en).expect("an object");
        assert_eq!(differences(&zh, &en), expected);
    }

    #[test]
    fn both_languages_say_the_same() {
        check(r#"{"due":"期限 {day}"}"#, r#"{"due":"Due {day}"}"#, &[]);
        check(r#"{"due":"期限"}"#, "{}", &["due: no English"]);
        check("{}", r#"{"due":"Due"}"#, &["due: no Chinese"]);
        check(r#"{"due":"期限"}"#, r#"{"due":"期限"}"#, &["due: the English is the Chinese"]);
        check(r#"{"due":" "}"#, r#"{"due":"Due"}"#, &["due: empty"]);
        check(
            r#"{"due":"期限 {day}"}"#,
            r#"{"due":"Due {date}"}"#,
            &[r#"due: {"day"} in Chinese, {"date"} in English"#],
        );
    }

    #[test]
    fn keys_are_sorted_and_stand_once() {
        assert!(misplaced("{\n  \"a\": \"\",\n  \"b\": \"\"\n}").is_empty());
        assert_eq!(misplaced("{\n  \"b\": \"\",\n  \"a\": \"\"\n}"), ["b stands before a"]);
        assert_eq!(misplaced("{\n  \"a\": \"\",\n  \"a\": \"\"\n}"), ["a stands twice"]);
        assert_eq!(misplaced("{\n  \"aB\": \"\"\n}"), ["aB is not snake_case"]);
    }
}
