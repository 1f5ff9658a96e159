//! The history tells tables, fields and the codes in them by their names: none of the record goes without one.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

use std::{fs, path::Path};

use anjuan_office::record::{RECORD_TABLES, Record};
use serde_json::Value;

fn ui() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui")
}

/// The part of the history's source that begins with these words.
fn part(begin: &str) -> String {
    let history = fs::read_to_string(ui().join("src/features/case/history.ts")).unwrap();
    let (_, rest) = history.split_once(begin).unwrap_or_else(|| panic!("the history has no {begin}"));
    rest.split_once("\n}").unwrap().0.to_owned()
}

fn words(language: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(ui().join(format!("messages/{language}.json"))).unwrap()).unwrap()
}

#[test]
fn every_table_and_field_of_the_record_has_a_name_in_both_languages() {
    let silent = part("const silent = new Set([");
    let record = Record::in_memory().unwrap();
    let mut missing = Vec::new();
    for language in ["zh", "en"] {
        let words = words(language);
        let mut need = |key: String| {
            if words[&key].is_null() {
                missing.push(format!("{language}: {key}"));
            }
        };
        for table in RECORD_TABLES {
            need(format!("table_{table}"));
            let columns: Vec<String> = record
                .read(|reading| reading.all("SELECT name FROM pragma_table_info(?1)", [table], |row| row.get(0)))
                .unwrap();
            let told = columns.iter().filter(|column| !silent.contains(&format!("\"{column}\"")));
            told.for_each(|column| need(format!("column_{column}")));
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn every_code_of_the_record_has_its_list_or_its_words() {
    let (lists, codes) =
        (part("const lists: Record<string, string> = {"), part("const codes: Record<string, string> = {"));
    let record = Record::in_memory().unwrap();
    let (mut missing, mut seen) = (Vec::new(), 0);
    for table in RECORD_TABLES {
        let sql: String = record
            .read(|reading| reading.value("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?1", [table]))
            .unwrap();
        for line in sql.lines() {
            let column = line.split_whitespace().next().unwrap_or_default();
            let key = format!("\"{table}.{column}\": \"");
            let of_law = [("-- law: periods", "period"), ("-- law: headings", "ledger_field")];
            let of_law = of_law.into_iter().find(|(said, _)| line.contains(said)).map(|(_, list)| list);
            let list = line.split_once("-- vocabulary: ").map(|(_, list)| list).or(of_law);
            if let Some(list) = list {
                let list = list.split(|sign: char| sign != '_' && !sign.is_ascii_alphanumeric()).next().unwrap();
                if !lists.contains(&format!("{key}{list}\"")) {
                    missing.push(format!("{table}.{column}: {list}"));
                }
                seen += 1;
            } else if let Some((_, options)) = line.split_once(" IN ('") {
                // The form of a paper is the ending of its file, said as it is.
                if lists.contains(&key) || (*table, column) == ("paper_made", "form") {
                    continue;
                }
                let said = codes.split_once(&key).map(|(_, rest)| rest.split('"').next().unwrap().to_owned());
                let begin = said.unwrap_or_else(|| format!("code_{table}_{column}"));
                for option in options.split(')').next().unwrap().split(", ") {
                    let word = format!("{begin}_{}", option.trim_matches('\''));
                    let lacks = ["zh", "en"].iter().any(|language| words(language)[&word].is_null());
                    if lacks {
                        missing.push(format!("{table}.{column}: {word}"));
                    }
                    seen += 1;
                }
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new());
    assert!(seen > 50, "{seen}");
}
