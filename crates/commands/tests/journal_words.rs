//! The history tells tables and fields by their names: none of the record goes without one.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

use std::{fs, path::Path};

use anjuan_office::record::{RECORD_TABLES, Record};
use serde_json::Value;

#[test]
fn every_table_and_field_of_the_record_has_a_name_in_both_languages() {
    let ui = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui");
    let history = fs::read_to_string(ui.join("src/features/case/history.ts")).unwrap();
    let (_, silent) = history.split_once("const silent = new Set([").expect("the fields that say nothing to a reader");
    let (silent, _) = silent.split_once("]);").unwrap();
    let record = Record::in_memory().unwrap();
    let mut missing = Vec::new();
    for language in ["zh", "en"] {
        let text = fs::read_to_string(ui.join(format!("messages/{language}.json"))).unwrap();
        let words: Value = serde_json::from_str(&text).unwrap();
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
