//! rules/refusals.toml: what the law does not allow to be recorded as done.

use std::fmt::Write as _;

use serde::Deserialize;

use crate::counting::Counting;
use crate::lists::Lists;
use crate::periods::Chapter;
use crate::sources::{Source, basis};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    refusal: Vec<Refusal>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Refusal {
    code: String,
    act: String,
    field: Option<String>,
    is: Option<String>,
    #[serde(default, rename = "in")]
    within_cases: Vec<String>,
    flag: Option<String>,
    #[serde(default)]
    never: bool,
    at_most: Option<u32>,
    after: Option<After>,
    needs: Option<String>,
    not_after: Option<NotAfter>,
    fewer_than: Option<String>,
    within: Option<Within>,
    undecided: Option<Undecided>,
    basis: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct After {
    act: String,
    field: String,
    is: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NotAfter {
    day: String,
    limit: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Within {
    field: String,
    least: String,
    most: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Undecided {
    besides: String,
    field: String,
}

/// Reads, checks and writes the table.
pub fn write(sources: &[Source], lists: &Lists, counting: &Counting, chapters: &[Chapter]) {
    let text = std::fs::read_to_string("rules/refusals.toml").expect("rules/refusals.toml");
    let file: File = toml::from_str(&text).unwrap_or_else(|e| panic!("rules/refusals.toml: {e}"));
    let mut out = String::from("static RULES: &[RefusalRule] = &[\n");
    for refusal in &file.refusal {
        let place = &format!("refusal {}", refusal.code);
        lists.act(&refusal.act, &[], place);
        refusal.flag.iter().for_each(|flag| counting.mark(flag, place));
        let field = match (&refusal.field, &refusal.is) {
            (Some(field), Some(is)) => {
                lists.value(&refusal.act, field, is, place);
                Some((field, is))
            }
            (None, None) => None,
            _ => panic!("{place}: field and is"),
        };
        let each = refusal.basis.iter().map(|text| {
            let (tag, article) = basis(sources, text, place);
            format!("Basis {{ source: {tag:?}, article: {article:?} }}")
        });
        let bases: Vec<String> = each.collect();
        assert!(!bases.is_empty(), "{place}: no basis");
        writeln!(
            out,
            "    RefusalRule {{ code: {:?}, act: {:?}, field: {field:?}, categories: &{:?}, flag: {:?}, test: {}, \
             basis: &[{}] }},",
            refusal.code,
            refusal.act,
            lists.categories(&refusal.within_cases, None, place),
            refusal.flag,
            test(refusal, lists, chapters, place),
            bases.join(", ")
        )
        .expect("a string");
    }
    out.push_str("];\n");
    let folder = std::env::var("OUT_DIR").expect("OUT_DIR");
    std::fs::write(format!("{folder}/refusals.rs"), out).expect("refusals.rs");
}

/// The one test of a refusal, as program text.
fn test(refusal: &Refusal, lists: &Lists, chapters: &[Chapter], place: &str) -> String {
    let act = &refusal.act;
    let mut tests = Vec::new();
    if refusal.never {
        tests.push("Test::Never".to_owned());
    }
    if let Some(most) = refusal.at_most {
        tests.push(format!("Test::AtMost({most})"));
    }
    if let Some(after) = &refusal.after {
        lists.value(&after.act, &after.field, &after.is, place);
        tests.push(format!("Test::After {{ act: {:?}, field: {:?}, is: {:?} }}", after.act, after.field, after.is));
    }
    if let Some(field) = &refusal.needs {
        lists.act(act, &[field], place);
        tests.push(format!("Test::Needs({field:?})"));
    }
    if let Some(limit) = &refusal.not_after {
        lists.act(act, &[&limit.day, &limit.limit], place);
        tests.push(format!("Test::NotAfter {{ day: {:?}, limit: {:?} }}", limit.day, limit.limit));
    }
    if let Some(other) = &refusal.fewer_than {
        lists.act(other, &[], place);
        tests.push(format!("Test::FewerThan({other:?})"));
    }
    if let Some(within) = &refusal.within {
        lists.act(act, &[&within.field], place);
        for period in [&within.least, &within.most] {
            let known = chapters.iter().flat_map(|c| &c.periods).any(|p| p.id == *period);
            assert!(known, "{place}: no period {period:?}");
        }
        let Within { field, least, most } = within;
        tests.push(format!("Test::Within {{ field: {field:?}, least: {least:?}, most: {most:?} }}"));
    }
    if let Some(Undecided { besides, field }) = &refusal.undecided {
        lists.act(besides, &[field], place);
        tests.push(format!("Test::Undecided {{ besides: {besides:?}, field: {field:?} }}"));
    }
    assert_eq!(tests.len(), 1, "{place}: one test");
    tests.remove(0)
}
