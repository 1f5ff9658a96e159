//! The department acceptance number (部门受案号): `黟检刑诉受[2023]341023000062号`.

use std::fmt;
use std::str::FromStr;

use super::{NumberError, scan};
use crate::categories::{self, Category};

/// A department acceptance number, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DepartmentNumber {
    /// Short name of the procuratorate, without `检`.
    pub short_name: String,
    /// The business word, for example `刑诉`; `检不收` and `检建` keep their own `检`.
    pub word: String,
    /// Whether `受` is written.
    pub accepted: bool,
    /// The year.
    pub year: u16,
    /// Division code of the procuratorate, six digits; older numbers have none.
    pub unit: Option<String>,
    /// The running number with its leading zeros.
    pub sequence: String,
}

impl DepartmentNumber {
    /// Categories that the business word stands for; empty where it is not known.
    pub fn categories(&self) -> Vec<&'static Category> {
        categories::categories_by_number_word(&self.word)
    }

    /// Whether the business word is one of the minors' department (`未捕`, `未起诉`).
    pub fn is_minors(&self) -> bool {
        self.word.starts_with('未')
    }
}

impl fmt::Display for DepartmentNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let accepted = if self.accepted { "受" } else { "" };
        let unit = self.unit.as_deref().unwrap_or("");
        write!(f, "{}检{}{accepted}[{}]{unit}{}号", self.short_name, self.word, self.year, self.sequence)
    }
}

impl FromStr for DepartmentNumber {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<DepartmentNumber, NumberError> {
        let parts = scan::prefix_year_sequence(text)?;
        let (short_name, word) = parts.prefix.split_once('检').ok_or(NumberError::Form)?;
        let (word, accepted) = match word.strip_suffix('受') {
            Some(word) => (word, true),
            None => (word, false),
        };
        if !scan::is_chinese(short_name) || !scan::is_chinese(word) {
            return Err(NumberError::Form);
        }
        scan::sequence(&parts.sequence, 5, 12)?;
        let (unit, sequence) = split_unit(&parts.sequence);
        Ok(DepartmentNumber {
            short_name: short_name.to_owned(),
            word: word.to_owned(),
            accepted,
            year: parts.year,
            unit,
            sequence,
        })
    }
}

/// Eleven or twelve digits that begin like a division code hold one; a shorter row is a running number alone.
fn split_unit(digits: &str) -> (Option<String>, String) {
    match digits.split_at_checked(6) {
        Some((unit, sequence)) if sequence.len() >= 5 && matches!(unit.as_bytes().first(), Some(b'1'..=b'8')) => {
            (Some(unit.to_owned()), sequence.to_owned())
        }
        _ => (None, digits.to_owned()),
    }
}
