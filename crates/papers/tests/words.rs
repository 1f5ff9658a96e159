//! Each refusal has its words and its remedy in both languages.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test stops on a fault

use anjuan_papers::columns::MappingCode;
use anjuan_papers::docx::DocxCode;
use anjuan_papers::pdf::PdfCode;
use anjuan_papers::read::ReadCode;
use anjuan_papers::write::WriteCode;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

fn words(language: &str) -> BTreeMap<String, String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../ui/messages/{language}.json"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The names in braces.
fn places(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect()
}

#[test]
fn every_code_has_words_and_a_remedy_in_both_languages() {
    let (zh, en) = (words("zh"), words("en"));
    let codes = ReadCode::ALL.iter().map(|code| code.as_str());
    let codes = codes.chain(WriteCode::ALL.iter().map(|code| code.as_str()));
    let codes = codes.chain(MappingCode::ALL.iter().map(|code| code.as_str()));
    let codes = codes.chain(DocxCode::ALL.iter().map(|code| code.as_str()));
    let codes = codes.chain(PdfCode::ALL.iter().map(|code| code.as_str()));
    for code in codes {
        for key in [format!("refusal_{code}"), format!("remedy_{code}")] {
            let (zh, en) = (&zh[&key], &en[&key]);
            assert!(!zh.is_empty() && !en.is_empty(), "{key}");
            assert_eq!(places(zh), places(en), "{key}");
        }
    }
}
