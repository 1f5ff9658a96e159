//! The office's own register number: `2026-GC-00042`.

use std::fmt;
use std::str::FromStr;

use super::{NumberError, scan};
use crate::vocabulary::vocabulary;

/// The number a case gets when it is registered here: year, business line, running number of the year and line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RegisterNumber {
    year: u16,
    line: [u8; 2],
    sequence: u32,
}

impl RegisterNumber {
    /// Year 1949 to 2199, the code of a business line, running number 1 to 99999. `None` outside these.
    pub fn new(year: u16, line: &str, sequence: u32) -> Option<RegisterNumber> {
        let known = vocabulary().lines.iter().any(|l| l.code == line);
        let fits = known && (1949..=2199).contains(&year) && (1..=99_999).contains(&sequence);
        let line: [u8; 2] = line.as_bytes().try_into().ok()?;
        fits.then_some(RegisterNumber { year, line, sequence })
    }

    /// The year.
    pub fn year(&self) -> u16 {
        self.year
    }

    /// The code of the business line.
    pub fn line(&self) -> &str {
        std::str::from_utf8(&self.line).unwrap_or("")
    }

    /// The running number.
    pub fn sequence(&self) -> u32 {
        self.sequence
    }
}

impl fmt::Display for RegisterNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{:05}", self.year, self.line(), self.sequence)
    }
}

impl FromStr for RegisterNumber {
    type Err = NumberError;

    /// Also full-width, in small letters, with any dash or none, with leading zeros left out.
    fn from_str(text: &str) -> Result<RegisterNumber, NumberError> {
        let dash = |c: char| matches!(c, '-' | '‐' | '‑' | '–' | '—' | '－' | '_' | '.' | '/');
        let text: String = scan::clean(text).chars().filter(|c| !dash(*c)).flat_map(char::to_uppercase).collect();
        if text.is_empty() {
            return Err(NumberError::Empty);
        }
        let (year, rest) = scan::digits(&text);
        let year = scan::year(year)?;
        let (Some(line), Some(sequence)) = (rest.get(..2), rest.get(2..)) else {
            return Err(NumberError::Form);
        };
        let (digits, trailing) = scan::digits(sequence);
        if !trailing.is_empty() {
            return Err(NumberError::Trailing(trailing.to_owned()));
        }
        scan::sequence(digits, 1, 5)?;
        let sequence = digits.parse().map_err(|_| NumberError::Form)?;
        RegisterNumber::new(year, line, sequence).ok_or(NumberError::Form)
    }
}
