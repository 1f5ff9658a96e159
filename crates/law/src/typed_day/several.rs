//! Several days in one text.

use super::{Setting, TypedDayError, read_one};
use crate::Day;

/// Reads all days of a text that lists them (`、`, comma, semicolon, new line) or gives a span (`至`, `~`, a
/// dash between dotted dates). Each is the context of the next: `2018年7月16日、同年8月22日`. One unreadable
/// part refuses the whole.
pub fn read_all(text: &str, setting: &Setting) -> Result<Vec<Day>, TypedDayError> {
    let mut days = Vec::new();
    let mut setting = *setting;
    for part in parts(text) {
        let day = read_one(part, &setting)?;
        days.push(day);
        setting.context = Some(day);
    }
    match days.is_empty() {
        true => Err(TypedDayError::Empty),
        false => Ok(days),
    }
}

fn parts(text: &str) -> Vec<&str> {
    let listed = text.split(['、', ',', '，', ';', '；', '\n', '\r', '\t', '至', '到', '~', '～', '及', '和']);
    let mut parts = Vec::new();
    for part in listed.map(str::trim).filter(|part| !part.is_empty()) {
        match span(part) {
            Some((from, to)) => parts.extend([from, to]),
            None => parts.push(part),
        }
    }
    parts
}

/// `2026.3.5-2026.4.6`: the only dash stands between dates that are not themselves written with dashes.
fn span(part: &str) -> Option<(&str, &str)> {
    let dash = |c: char| matches!(c, '-' | '–' | '—' | '－');
    let at = part.find(dash)?;
    let (from, to) = (part.get(..at)?, part.get(at..)?.trim_start_matches(dash));
    let dated = |text: &str| text.contains(['.', '/', '年', '月', '．', '／']) && !text.contains(dash);
    (dated(from) && dated(to)).then_some((from.trim(), to.trim()))
}
