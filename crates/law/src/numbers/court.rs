//! The number of a court case: `（2026）皖1023刑初12号`, before 2016 `（2014）黟刑初字第00012号`.

use std::fmt;
use std::str::FromStr;

use super::{NumberError, scan};
use crate::text::is_bracket;

/// A court's case number, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CourtNumber {
    /// The year.
    pub year: u16,
    /// The court: character of the province and digits (`皖1023`), or its short name in older numbers.
    pub court: String,
    /// The kind of case, for example `刑初`; empty in older numbers, where it cannot be told from the court's name.
    pub kind: String,
    /// The running number, without leading zeros.
    pub sequence: u32,
    /// Whether it is written in the form before 2016, with `字第`.
    pub old: bool,
    /// A part after the number: `之一`.
    pub part: String,
}

impl fmt::Display for CourtNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { year, court, kind, sequence, part, .. } = self;
        let of = if self.old { "字第" } else { "" };
        write!(f, "（{year}）{court}{kind}{of}{sequence}号{part}")
    }
}

impl FromStr for CourtNumber {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<CourtNumber, NumberError> {
        let text = scan::clean(text);
        if text.is_empty() {
            return Err(NumberError::Empty);
        }
        let inside = text.strip_prefix(is_bracket).ok_or(NumberError::Form)?;
        let (digits, rest) = scan::digits(inside);
        let year = scan::year(digits)?;
        let rest = rest.strip_prefix(is_bracket).ok_or(NumberError::Form)?;
        let (body, part) = rest.rsplit_once('号').unwrap_or((rest, ""));
        if !part.is_empty() && !part.starts_with('之') {
            return Err(NumberError::Trailing(part.to_owned()));
        }
        let at = body.rfind(|c: char| !c.is_ascii_digit()).ok_or(NumberError::Form)?;
        let (name, digits) = body.split_at(at + body[at..].chars().next().map_or(0, char::len_utf8));
        scan::sequence(digits, 1, 8)?;
        let sequence = digits.parse().map_err(|_| NumberError::Form)?;
        let old = name.contains('字');
        let name = name.trim_end_matches('第').trim_end_matches('字');
        let (court, kind) = split_court(name);
        if !scan::is_chinese(&name.replace(|c: char| c.is_ascii_digit(), "")) {
            return Err(NumberError::Form);
        }
        Ok(CourtNumber { year, court: court.to_owned(), kind: kind.to_owned(), sequence, old, part: part.to_owned() })
    }
}

/// The court ends with its last digit; a name without digits (`最高法`, the older short names) cannot be split.
fn split_court(name: &str) -> (&str, &str) {
    match name.rfind(|c: char| c.is_ascii_digit()) {
        Some(last) => name.split_at(last + 1),
        None => (name, ""),
    }
}
