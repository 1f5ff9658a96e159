//! Checking single fields, each with its place.

use anjuan_law::{Day, choice, choices};

use crate::{Refusal, Result, refusal};

/// The place of a field inside a part of the form: `persons.2` and `birth` give `persons.2.birth`.
pub(super) fn place(part: &str, field: &str) -> String {
    if part.is_empty() { field.to_owned() } else { format!("{part}.{field}") }
}

/// A text as it is stored: without marks that do not show and without space at its ends.
pub(super) fn clean(text: &str) -> String {
    text.chars().filter(|c| !anjuan_law::text::is_invisible(*c)).collect::<String>().trim().to_owned()
}

/// As [`clean`], for a text that may be absent.
pub(super) fn clean_or_empty(text: Option<&String>) -> String {
    text.map(|text| clean(text)).unwrap_or_default()
}

/// A name as it is stored and compared: one form of the dot between parts, no space between Chinese characters.
pub(super) fn clean_name(name: &str) -> String {
    let name: String = clean(name)
        .chars()
        .map(|c| match c {
            '•' | '・' | '‧' | '●' | '∙' | '．' => '·',
            '\u{3000}' => ' ',
            other => other,
        })
        .collect();
    let latin = name.chars().any(|c| c.is_ascii_alphabetic());
    if latin { name.split_whitespace().collect::<Vec<_>>().join(" ") } else { name.split_whitespace().collect() }
}

/// Refuses an empty text.
pub(super) fn required(text: String, at: impl FnOnce() -> String) -> Result<String> {
    if text.is_empty() { Err(refusal!("field_missing").at(at())) } else { Ok(text) }
}

/// Refuses a code that is not in the list; empty stands for "not said".
pub(super) fn code_of(list: &str, code: &str, at: impl FnOnce() -> String) -> Result<()> {
    if code.is_empty() || choice(list, code).is_some() {
        return Ok(());
    }
    Err(unknown_choice(code, at()))
}

/// Refuses a code that is not among the given ones.
pub(super) fn one_of(known: &[&str], code: &str, at: impl FnOnce() -> String) -> Result<()> {
    if known.contains(&code) { Ok(()) } else { Err(unknown_choice(code, at())) }
}

fn unknown_choice(code: &str, at: String) -> Refusal {
    refusal!("choice_unknown", value = code).at(at)
}

/// Refuses a day after today.
pub(super) fn not_in_future(day: Day, today: Day, at: impl FnOnce() -> String) -> Result<()> {
    if day > today { Err(refusal!("day_in_future", day = day, today = today).at(at())) } else { Ok(()) }
}

/// Refuses `to` before `from`, at the place of `to`.
pub(super) fn in_order(from: Option<Day>, to: Option<Day>, at: impl FnOnce() -> String) -> Result<()> {
    match (from, to) {
        (Some(from), Some(to)) if to < from => Err(refusal!("days_in_wrong_order", from = from, to = to).at(at())),
        _ => Ok(()),
    }
}

/// The codes of a list that stand in a group.
pub(super) fn codes_in_group(list: &str, group: &str) -> Vec<&'static str> {
    let of_group = choices(list).iter().filter(|choice| choice.group.as_deref() == Some(group));
    of_group.map(|choice| choice.code.as_str()).collect()
}

/// Whether a code stands in a group of its list.
pub(super) fn is_in_group(list: &str, code: &str, group: &str) -> bool {
    choice(list, code).is_some_and(|choice| choice.group.as_deref() == Some(group))
}
