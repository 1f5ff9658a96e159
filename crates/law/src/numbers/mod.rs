//! Numbers of cases and documents as people write them: read tolerantly, written in one form.
//!
//! A number is text beside the case, never its key: offices write them with any brackets, with full-width
//! figures, with a sequence of five or of twelve digits. What was typed is kept; the canonical form is for
//! showing and comparing, [`search_key`](crate::text::search_key) for finding.

mod court;
mod department;
mod document;
mod plain;
mod register;
mod scan;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use court::CourtNumber;
pub use department::DepartmentNumber;
pub use document::DocumentNumber;
pub use plain::{DetentionNumber, PoliceNumber, UnifiedNumber};
pub use register::RegisterNumber;

/// Kinds of numbers; the codes of the vocabulary list `number_kind`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NumberKind {
    /// 登记号, the office's own.
    Local,
    /// 部门受案号
    Department,
    /// 统一受案号
    Unified,
    /// 公安案号
    Police,
    /// 监委案号
    Supervisory,
    /// 法院案号
    Court,
    /// 看守所编号
    DetentionCentre,
    /// 文号
    Document,
    /// 档号
    Archive,
    /// Any other.
    Other,
}

/// Why a text is not a number of the kind asked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// Nothing is written.
    #[error("nothing is written")]
    Empty,
    /// It is not built like a number of this kind.
    #[error("not built like a number of this kind")]
    Form,
    /// The year is missing or not four digits.
    #[error("no year of four digits")]
    NoYear,
    /// The year lies outside 1949 to 2199.
    #[error("year {0} outside 1949 to 2199")]
    YearRange(u32),
    /// The running number has too few or too many digits.
    #[error("running number of {found} digits, expected {least} to {most}")]
    SequenceLength {
        /// Digits found.
        found: usize,
        /// Fewest allowed.
        least: usize,
        /// Most allowed.
        most: usize,
    },
    /// Something stands after the number.
    #[error("{0:?} stands after the number")]
    Trailing(String),
}

impl NumberError {
    /// The code of the refusal: `refusal_<code>` and `remedy_<code>` are its words. They name `text` (what was typed) and
    /// the values of [`NumberError::values`].
    pub fn code(&self) -> &'static str {
        match self {
            NumberError::Empty => "number_empty",
            NumberError::Form => "number_form",
            NumberError::NoYear => "number_without_year",
            NumberError::YearRange(_) => "number_year_range",
            NumberError::SequenceLength { .. } => "number_sequence_length",
            NumberError::Trailing(_) => "number_trailing",
        }
    }

    /// The values that its words name.
    pub fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            NumberError::Empty | NumberError::Form | NumberError::NoYear => Vec::new(),
            NumberError::YearRange(year) => vec![("year", year.to_string())],
            NumberError::SequenceLength { found, least, most } => {
                vec![("found", found.to_string()), ("least", least.to_string()), ("most", most.to_string())]
            }
            NumberError::Trailing(rest) => vec![("rest", rest.clone())],
        }
    }
}

/// A number whose kind was recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// Its kind.
    pub kind: NumberKind,
    /// Its canonical form.
    pub canonical: String,
}

/// Reads a number of a known kind; `Ok` holds its canonical form. Kinds without a national form
/// (supervisory, archive, other) are only cleaned of width, outer spaces and invisible marks.
pub fn canonical(kind: NumberKind, text: &str) -> Result<String, NumberError> {
    fn form<T: std::str::FromStr<Err = NumberError> + fmt::Display>(text: &str) -> Result<String, NumberError> {
        text.parse::<T>().map(|number| number.to_string())
    }
    match kind {
        NumberKind::Local => form::<RegisterNumber>(text),
        NumberKind::Department => form::<DepartmentNumber>(text),
        NumberKind::Unified => form::<UnifiedNumber>(text),
        NumberKind::Police => form::<PoliceNumber>(text),
        NumberKind::Court => form::<CourtNumber>(text),
        NumberKind::DetentionCentre => form::<DetentionNumber>(text),
        NumberKind::Document => form::<DocumentNumber>(text),
        NumberKind::Supervisory | NumberKind::Archive | NumberKind::Other => match scan::clean(text) {
            clean if clean.is_empty() => Err(NumberError::Empty),
            clean => Ok(clean),
        },
    }
}

/// The kind of a number by its build, or `None` where it could be several: digits alone are a unified number
/// only at its exact length, and nothing else is guessed.
pub fn recognise(text: &str) -> Option<Number> {
    let kinds =
        [NumberKind::Local, NumberKind::Unified, NumberKind::Court, NumberKind::Department, NumberKind::Document];
    let read = |kind| canonical(kind, text).ok().map(|canonical| Number { kind, canonical });
    let found = kinds.into_iter().find_map(read);
    found.or_else(|| {
        text.parse::<PoliceNumber>()
            .ok()
            .filter(PoliceNumber::is_certain)
            .map(|number| Number { kind: NumberKind::Police, canonical: number.to_string() })
    })
}

/// Whether two writings are the same number whatever the brackets, the width, the spaces and the case.
pub fn same(a: &str, b: &str) -> bool {
    crate::text::search_key(a) == crate::text::search_key(b)
}
