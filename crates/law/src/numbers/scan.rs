//! Taking a number apart: prefix, year, running number.

use super::NumberError;
use crate::text::{half_width, is_bracket, is_invisible};

/// Half-width, without invisible marks, outer spaces and spaces inside.
pub(super) fn clean(text: &str) -> String {
    text.chars().map(half_width).filter(|c| !c.is_whitespace() && !is_invisible(*c)).collect()
}

/// A number of the form `prefix [year] running-number 号`, taken apart.
pub(super) struct Parts {
    /// What stands before the year.
    pub prefix: String,
    pub year: u16,
    /// Digits of the running number as written.
    pub sequence: String,
}

/// Takes apart a number with its year after a prefix. The year may stand in any brackets or in none; `字` and `第` before
/// the running number and `号` after it may be missing.
pub(super) fn prefix_year_sequence(text: &str) -> Result<Parts, NumberError> {
    let text = clean(text);
    if text.is_empty() {
        return Err(NumberError::Empty);
    }
    let start = text.find(|c: char| c.is_ascii_digit()).ok_or(NumberError::NoYear)?;
    let (prefix, rest) = text.split_at(start);
    let opened = prefix.ends_with(is_bracket);
    let prefix = prefix.trim_end_matches(is_bracket);
    let (digits, after) = digits(rest);
    let bare = !opened && !after.starts_with(is_bracket) && !after.starts_with(['字', '第', '年']);
    let (year, rest) = match bare {
        // No brackets at all: the year is the first four of one row of digits.
        true => match digits.get(..4) {
            Some(year) => (year, rest.get(4..).unwrap_or("")),
            None => return Err(NumberError::NoYear),
        },
        false => (digits, after.trim_start_matches(is_bracket).trim_start_matches('年')),
    };
    let rest = rest.trim_start_matches('字').trim_start_matches('第');
    let (sequence, rest) = self::digits(rest);
    let rest = rest.strip_prefix('号').unwrap_or(rest);
    if !rest.is_empty() {
        return Err(NumberError::Trailing(rest.to_owned()));
    }
    Ok(Parts { prefix: prefix.to_owned(), year: self::year(year)?, sequence: sequence.to_owned() })
}

/// Splits the digits at the start from the rest.
pub(super) fn digits(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    text.split_at(end)
}

/// A year of four digits from 1949 to 2199.
pub(super) fn year(digits: &str) -> Result<u16, NumberError> {
    if digits.len() != 4 {
        return Err(NumberError::NoYear);
    }
    let year: u16 = digits.parse().map_err(|_| NumberError::NoYear)?;
    match year {
        1949..=2199 => Ok(year),
        _ => Err(NumberError::YearRange(year.into())),
    }
}

/// Refuses a running number with too few or too many digits, or of zeros only.
pub(super) fn sequence(digits: &str, least: usize, most: usize) -> Result<(), NumberError> {
    let found = digits.len();
    if !(least..=most).contains(&found) {
        return Err(NumberError::SequenceLength { found, least, most });
    }
    match digits.bytes().all(|digit| digit == b'0') {
        true => Err(NumberError::Form),
        false => Ok(()),
    }
}

/// Whether a text is made of Chinese characters and small brackets only.
pub(super) fn is_chinese(text: &str) -> bool {
    let fits = |c: char| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}') || is_bracket(c);
    !text.is_empty() && text.chars().all(fits)
}
