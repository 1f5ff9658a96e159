//! Headings of ledger columns and the fields they stand for (`data/ledger_fields.csv`, `data/headings.csv`).
//!
//! A heading is read as it is written in ledgers: any width and brackets, spaces, a star for required, a unit or a hint in
//! brackets at the end, two rows of a head joined by `/`, `全案_` before what is told for the whole case. Words that are not
//! known are not guessed.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::text::{half_width, is_bracket, search_key};

/// A field that a ledger column can hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LedgerField {
    /// Stable id, for example `number_department`.
    pub id: String,
    /// What its cells hold.
    #[serde(flatten)]
    pub kind: LedgerType,
    /// Usual heading.
    pub zh: String,
    /// Usual English heading.
    pub en: String,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum LedgerType {
    /// Words.
    Text,
    /// A day.
    Day,
    /// A number.
    Number,
    /// Money.
    Amount,
    /// Yes or no.
    YesNo,
    /// One of a vocabulary list.
    Choice {
        /// Name of the list.
        list: String,
    },
}

/// What a heading says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Recognised {
    /// The field.
    pub field: &'static LedgerField,
    /// 100 = the words are known as they stand; less = after something was taken off (see [`recognise`]).
    pub confidence: u8,
    /// It is told for the whole case, not for one person (`全案_`).
    pub whole_case: bool,
    /// The unit in brackets at the end: `万元`.
    pub unit: Option<String>,
}

#[derive(Deserialize)]
struct FieldRow {
    id: String,
    r#type: String,
    zh: String,
    en: String,
}

#[derive(Deserialize)]
struct HeadingRow {
    field: String,
    heading: String,
}

static FIELDS: LazyLock<Vec<LedgerField>> = LazyLock::new(|| {
    let rows: Vec<FieldRow> = crate::data::table("ledger_fields.csv", include_str!("../data/ledger_fields.csv"));
    let kind = |text: &str| match text {
        "day" => LedgerType::Day,
        "number" => LedgerType::Number,
        "amount" => LedgerType::Amount,
        "yes_no" => LedgerType::YesNo,
        text => match text.strip_prefix("choice:") {
            Some(list) => LedgerType::Choice { list: list.to_owned() },
            None => LedgerType::Text,
        },
    };
    rows.into_iter().map(|row| LedgerField { kind: kind(&row.r#type), id: row.id, zh: row.zh, en: row.en }).collect()
});

static KNOWN: LazyLock<HashMap<String, &'static LedgerField>> = LazyLock::new(|| {
    let rows: Vec<HeadingRow> = crate::data::table("headings.csv", include_str!("../data/headings.csv"));
    let mut known: HashMap<String, &LedgerField> = HashMap::new();
    for field in FIELDS.iter() {
        known.insert(key(&field.zh), field);
        known.insert(key(&field.en), field);
        known.insert(key(&field.id), field);
    }
    for row in rows {
        if let Some(field) = field(&row.field) {
            known.entry(key(&row.heading)).or_insert(field);
        }
    }
    known
});

/// All fields.
pub fn fields() -> &'static [LedgerField] {
    &FIELDS
}

/// The field with that id.
pub fn field(id: &str) -> Option<&'static LedgerField> {
    FIELDS.iter().find(|field| field.id == id)
}

/// The field that a heading stands for. The confidence says how it was found:
///
/// | confidence | the words are known |
/// | --- | --- |
/// | 100 | as they stand, but for width, brackets, spaces, case and a star |
/// | 95 | without a unit or hint in brackets, or without `全案_` |
/// | 90 | without a number before them, or with `日期` for `时间` |
/// | 80 | as the last row of a head of several rows (`被告人/姓名`) |
pub fn recognise(heading: &str) -> Option<Recognised> {
    let (heading, whole_case) = without_whole_case(heading);
    let found = |field, confidence, unit| {
        let confidence = if whole_case { 95.min(confidence) } else { confidence };
        Some(Recognised { field, confidence, whole_case, unit })
    };
    if let Some(field) = known(heading) {
        return found(field, 100, unit_of(heading));
    }
    let (bare, unit) = without_hint(heading);
    if let Some(field) = known(bare) {
        return found(field, 95, unit);
    }
    for other in [without_number(bare).to_owned(), bare.replace("时间", "日期"), bare.replace("日期", "时间")] {
        if let Some(field) = known(&other).filter(|_| other != bare) {
            return found(field, 90, unit);
        }
    }
    let (_, last) = bare.rsplit_once(['/', '／', '\n', '_', '|'])?;
    let (last, last_unit) = without_hint(last);
    found(known(last)?, 80, unit.or(last_unit))
}

fn known(heading: &str) -> Option<&'static LedgerField> {
    KNOWN.get(&key(heading)).copied().filter(|_| !heading.is_empty())
}

/// As [`search_key`], also without marks: `案号：`, `申请人*`, `date_closed` are `案号`, `申请人`, `dateclosed`.
fn key(heading: &str) -> String {
    let mut key = search_key(heading);
    key.retain(|c| !matches!(c, '*' | ':' | '_' | '.' | ',' | ';' | '、' | '\'' | '’' | '"' | '?' | '-' | '/'));
    key
}

fn without_whole_case(heading: &str) -> (&str, bool) {
    let text = heading.trim();
    for prefix in ["全案_", "全案＿", "全案-", "全案"] {
        if let Some(rest) = text.strip_prefix(prefix).filter(|rest| !rest.is_empty()) {
            return (rest, true);
        }
    }
    (text, false)
}

/// Splits off what stands in brackets at the end.
fn without_hint(heading: &str) -> (&str, Option<String>) {
    let text = heading.trim().trim_end_matches('*');
    if !text.ends_with(is_bracket) {
        return (text, None);
    }
    let inside = text.trim_end_matches(is_bracket);
    match inside.char_indices().rev().find(|(_, c)| is_bracket(*c)) {
        Some((0, _)) | None => (text, None),
        Some((at, _)) => (text[..at].trim().trim_end_matches('*'), unit_of(text)),
    }
}

/// The unit of money or number in brackets at the end.
fn unit_of(heading: &str) -> Option<String> {
    let inside = heading.trim().trim_end_matches(is_bracket);
    let (_, unit) = inside.rsplit_once(is_bracket)?;
    let unit: String = unit.trim().trim_start_matches("单位").chars().map(half_width).collect();
    let unit = unit.trim_start_matches(':').trim();
    matches!(unit, "元" | "万元" | "人民币元" | "件" | "人" | "日" | "天" | "月" | "年" | "个月" | "册" | "卷" | "%")
        .then(|| unit.to_owned())
}

/// Without `1.`, `（一）`, `①` and the like before the words.
fn without_number(heading: &str) -> &str {
    let number = |c: char| c.is_numeric() || "一二三四五六七八九十".contains(c);
    let rest = heading.trim_start_matches(is_bracket).trim_start_matches(number);
    let rest = rest.trim_start_matches(is_bracket).trim_start_matches(['.', '、', '．', '。', ' ', ')', '）']);
    match rest.len() < heading.len() && heading.starts_with(|c: char| number(c) || is_bracket(c)) {
        true => rest,
        false => heading,
    }
}
