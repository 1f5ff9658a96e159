//! rules/periods/*.toml: every time limit. Checked here, written as one table.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::lists::Lists;
use crate::sources::{Source, basis};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    family: Family,
    zh: String,
    en: String,
    period: Vec<Period>,
}

#[derive(Deserialize, Debug, Clone, Copy, PartialEq)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    Criminal,
    Civil,
}

#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Default)]
#[serde(rename_all = "snake_case")]
pub enum Roll {
    #[default]
    Yes,
    UnlessInCustody,
    Never,
}

#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Default)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    #[default]
    Forward,
    Backward,
}

#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Default)]
#[serde(rename_all = "snake_case")]
pub enum By {
    #[default]
    Office,
    Police,
    Court,
    Agency,
    Party,
    Other,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    pub id: String,
    pub zh: String,
    pub en: String,
    pub trigger_zh: String,
    pub trigger_en: String,
    pub length: Option<String>,
    pub setting: Option<Setting>,
    pub set_in: Option<String>,
    pub months_in: Option<String>,
    pub months_changed_by: Option<String>,
    #[serde(default)]
    pub state_rule: bool,
    pub family: Option<Family>,
    #[serde(default)]
    pub roll: Roll,
    #[serde(default)]
    pub direction: Direction,
    #[serde(default)]
    pub by: By,
    #[serde(default)]
    pub starts: Vec<Start>,
    #[serde(default)]
    pub stops: Vec<String>,
    #[serde(default)]
    pub answers: bool,
    pub met_in: Option<String>,
    #[serde(default)]
    pub each_accused: Vec<String>,
    #[serde(default)]
    pub restarts: bool,
    #[serde(default)]
    pub once: bool,
    #[serde(default)]
    pub ends_with_measure: bool,
    #[serde(default)]
    pub met_by_family_notice: bool,
    #[serde(default)]
    pub stops_with_notice: bool,
    pub earlier_by: Option<String>,
    pub earlier_of: Option<String>,
    #[serde(default)]
    pub optional: bool,
    #[serde(default)]
    pub survives_closing: bool,
    #[serde(default)]
    pub fixed: bool,
    #[serde(default)]
    pub bound: bool,
    pub amber_days: Option<u32>,
    pub basis: Vec<String>,
    pub in_force_from: Option<String>,
    pub in_force_to: Option<String>,
    pub note_zh: Option<String>,
    pub note_en: Option<String>,
    #[serde(default)]
    pub unverified: bool,
    #[serde(default, rename = "extension")]
    pub extensions: Vec<Extension>,
    #[serde(default, rename = "pause")]
    pub pauses: Vec<Pause>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setting {
    pub default: Option<String>,
    pub suggest: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Start {
    pub act: Option<String>,
    #[serde(default)]
    pub measures: Vec<String>,
    pub from: Option<String>,
    #[serde(default)]
    pub hearing: bool,
    pub expiry_of: Option<String>,
    #[serde(default, rename = "in")]
    pub within: Vec<String>,
    pub function: Option<String>,
    pub per: Option<String>,
    pub custody: Option<bool>,
    pub flag: Option<String>,
    pub unless_flag: Option<String>,
    pub field: Option<String>,
    pub unless_field: Option<String>,
    pub is: Option<String>,
    pub of: Option<String>,
    pub day: Option<String>,
    #[serde(default)]
    pub unless_kinds: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extension {
    pub id: String,
    pub zh: String,
    pub en: String,
    pub mode: Mode,
    pub length: Option<String>,
    #[serde(default)]
    pub up_to: bool,
    #[serde(default)]
    pub needs: Vec<String>,
    #[serde(default)]
    pub absorbs: Vec<String>,
    #[serde(default)]
    pub acts: Vec<String>,
    pub flag: Option<String>,
    pub unless_flag: Option<String>,
    pub approver_zh: Option<String>,
    pub approver_en: Option<String>,
    pub basis: Vec<String>,
}

#[derive(Deserialize, Debug, Clone, Copy, PartialEq)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    Add,
    ReplaceBase,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pause {
    pub from: String,
    pub to: String,
    pub field: Option<String>,
    #[serde(default)]
    pub is: Vec<String>,
    pub zh: String,
    pub en: String,
    pub basis: Vec<String>,
}

/// A chapter's words and its periods, the family filled in.
pub struct Chapter {
    pub words: (String, String),
    pub periods: Vec<Period>,
}

/// All chapters, checked.
pub fn read(sources: &[Source], lists: &Lists) -> Vec<Chapter> {
    let mut names: Vec<_> = std::fs::read_dir("rules/periods")
        .expect("rules/periods")
        .flatten()
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
        .collect();
    names.sort();
    let mut chapters = Vec::new();
    for path in names {
        let text = std::fs::read_to_string(&path).expect("a chapter");
        let file: File = toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let mut periods = file.period;
        for period in &mut periods {
            period.family.get_or_insert(file.family);
        }
        chapters.push(Chapter { words: (file.zh, file.en), periods });
    }
    let mut seen: BTreeMap<&str, Vec<&Period>> = BTreeMap::new();
    for period in chapters.iter().flat_map(|chapter| &chapter.periods) {
        seen.entry(&period.id).or_default().push(period);
    }
    for (id, versions) in &seen {
        // Several versions of one rule need days in force, so that each day has one of them.
        let dated = versions.iter().filter(|version| version.in_force_from.is_some()).count();
        assert!(versions.len() == 1 || dated == versions.len(), "{id}: stands twice without days in force");
        versions.iter().for_each(|period| check(period, sources, lists, &seen));
    }
    for (category, period) in &lists.periods {
        assert!(seen.contains_key(period.as_str()), "category {category}: no period {period:?}");
    }
    chapters
}

fn check(period: &Period, sources: &[Source], lists: &Lists, all: &BTreeMap<&str, Vec<&Period>>) {
    let place = &format!("period {}", period.id);
    for text in [&period.id, &period.zh, &period.en, &period.trigger_zh, &period.trigger_en] {
        assert!(!text.trim().is_empty(), "{place}: an empty text");
    }
    assert_eq!(period.note_zh.is_some(), period.note_en.is_some(), "{place}: a note in one language");
    let limits = [
        period.length.is_some(),
        period.setting.is_some(),
        period.set_in.is_some(),
        period.months_in.is_some(),
        period.state_rule,
    ];
    let named = limits.iter().filter(|named| **named).count();
    assert_eq!(named, 1, "{place}: one of length, setting, set_in, months_in, state_rule");
    if period.roll == Roll::UnlessInCustody {
        assert_eq!(period.family, Some(Family::Criminal), "{place}: custody is a criminal matter");
    }
    if period.direction == Direction::Backward {
        assert_eq!(period.roll, Roll::Never, "{place}: a backward limit never rolls");
        assert!(period.extensions.is_empty(), "{place}: a backward limit has no extension");
    }
    assert!(!period.basis.is_empty(), "{place}: no basis");
    period.basis.iter().for_each(|text| _ = basis(sources, text, place));
    for start in &period.starts {
        check_start(start, period, lists, all, place);
    }
    for stop in &period.stops {
        let (act, condition) = stop.split_once(':').unwrap_or((stop, ""));
        lists.act(act, &[], place);
        if let Some((field, code)) = condition.split_once('=') {
            lists.value(act, field, code, place);
        }
    }
    for act in &period.each_accused {
        assert!(period.stops.contains(act), "{place}: each_accused names {act}, which is no stop");
    }
    if let Some(act) = &period.months_changed_by {
        lists.act(act, &[period.months_in.as_deref().unwrap_or_default()], place);
    }
    if let (Some(field), Some(act)) = (&period.earlier_by, &period.earlier_of) {
        lists.act(act, &[field], place);
    }
    for extension in &period.extensions {
        let place = &format!("{place}: extension {}", extension.id);
        let known = |id: &String| period.extensions.iter().any(|other| other.id == *id);
        let unknown = extension.needs.iter().chain(&extension.absorbs).find(|id| !known(id));
        assert!(unknown.is_none(), "{place}: needs or absorbs {unknown:?}, which it has not");
        assert!(!extension.up_to || extension.length.is_some(), "{place}: up_to without a length");
        assert!(!period.fixed, "{place}: the period is fixed");
        extension.acts.iter().for_each(|act| lists.act(act, &[], place));
        assert!(!extension.basis.is_empty(), "{place}: no basis");
        extension.basis.iter().for_each(|text| _ = basis(sources, text, place));
    }
    for pause in &period.pauses {
        let field: Vec<&str> = pause.field.as_deref().into_iter().collect();
        lists.act(&pause.from, &field, place);
        lists.act(&pause.to, &[], place);
        assert_eq!(pause.field.is_some(), !pause.is.is_empty(), "{place}: pause: field and is");
        for code in &pause.is {
            lists.value(&pause.from, pause.field.as_deref().unwrap_or_default(), code, place);
        }
        pause.basis.iter().for_each(|text| _ = basis(sources, text, place));
    }
}

fn check_start(start: &Start, period: &Period, lists: &Lists, all: &BTreeMap<&str, Vec<&Period>>, place: &str) {
    let by_measure = start.act.is_none() && !start.measures.is_empty();
    let kinds = [start.act.is_some(), by_measure, start.hearing, start.expiry_of.is_some()];
    assert_eq!(kinds.iter().filter(|kind| **kind).count(), 1, "{place}: one kind of start");
    lists.categories(&start.within, start.function.as_deref(), place);
    if let Some(act) = &start.act {
        let holder = start.of.as_ref().unwrap_or(act);
        let asked: Vec<&str> = [&start.field, &start.unless_field].into_iter().flatten().map(String::as_str).collect();
        lists.act(act, &[], place);
        lists.act(holder, &asked, place);
        for field in asked {
            lists.value(holder, field, start.is.as_deref().unwrap_or_default(), place);
        }
        start.day.iter().for_each(|day| lists.act(act, &[day], place));
        for field in [&period.set_in, &period.months_in, &period.met_in].into_iter().flatten() {
            lists.act(act, &[field], place);
        }
        let per = start.per.as_deref().unwrap_or_default();
        assert!(["case", "accused", "victim", "person", "act"].contains(&per), "{place}: per {per:?}");
    }
    for measure in &start.measures {
        lists.code("measure", measure, place);
    }
    for kind in &start.unless_kinds {
        lists.code("hearing_kind", kind, place);
    }
    if by_measure {
        let from = start.from.as_deref();
        assert!(matches!(from, Some("decided" | "executed")), "{place}: from {from:?}");
    }
    if let Some(other) = &start.expiry_of {
        assert!(all.contains_key(other.as_str()), "{place}: no period {other:?}");
    }
    let asks = start.field.is_some() || start.unless_field.is_some();
    assert_eq!(asks, start.is.is_some(), "{place}: field and is");
}
