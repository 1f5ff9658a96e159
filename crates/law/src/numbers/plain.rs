//! Numbers of digits and letters: unified acceptance number, police, detention centre.

use std::fmt;
use std::str::FromStr;

use super::{DocumentNumber, NumberError, scan};

macro_rules! text_number {
    ($name:ident) => {
        impl $name {
            /// The number in its canonical form.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

/// The unified acceptance number (统一受案号): 17 digits, a division code of six, the year, and seven more.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnifiedNumber(String);

text_number!(UnifiedNumber);

impl UnifiedNumber {
    /// Division code of the procuratorate, six digits.
    pub fn unit(&self) -> &str {
        self.0.get(..6).unwrap_or("")
    }

    /// The year.
    pub fn year(&self) -> u16 {
        self.0.get(6..10).and_then(|year| year.parse().ok()).unwrap_or(0)
    }
}

impl FromStr for UnifiedNumber {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<UnifiedNumber, NumberError> {
        let text = scan::clean(text);
        if text.is_empty() {
            return Err(NumberError::Empty);
        }
        let (digits, rest) = scan::digits(&text);
        if digits.is_empty() {
            return Err(NumberError::Form);
        }
        if !rest.is_empty() {
            return Err(NumberError::Trailing(rest.to_owned()));
        }
        scan::sequence(digits, 17, 17)?;
        scan::year(digits.get(6..10).unwrap_or(""))?;
        match digits.as_bytes().first() {
            Some(b'1'..=b'8') => Ok(UnifiedNumber(text)),
            _ => Err(NumberError::Form),
        }
    }
}

/// A case number of the police: a letter and digits from their system, digits alone, or the number of a document
/// (`黟公(刑)提捕字〔2026〕12号`).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PoliceNumber(String);

text_number!(PoliceNumber);

impl PoliceNumber {
    /// Whether the build itself says that it is one: a letter before 15 to 24 digits.
    pub fn is_certain(&self) -> bool {
        self.0.starts_with(|c: char| c.is_ascii_alphabetic())
    }
}

impl FromStr for PoliceNumber {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<PoliceNumber, NumberError> {
        let clean = scan::clean(text);
        if clean.is_empty() {
            return Err(NumberError::Empty);
        }
        let lettered = clean.strip_prefix(|c: char| c.is_ascii_alphabetic());
        let digits = lettered.unwrap_or(&clean);
        if digits.bytes().all(|b| b.is_ascii_digit()) {
            scan::sequence(digits, 15, 24)?;
            return Ok(PoliceNumber(clean.to_ascii_uppercase()));
        }
        text.parse::<DocumentNumber>().map(|number| PoliceNumber(number.to_string()))
    }
}

/// The number under which a detention centre (看守所) holds a person: 4 to 24 digits, a dash kept.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DetentionNumber(String);

text_number!(DetentionNumber);

impl FromStr for DetentionNumber {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<DetentionNumber, NumberError> {
        let clean = scan::clean(text).replace(['—', '–', '－'], "-");
        if clean.is_empty() {
            return Err(NumberError::Empty);
        }
        if clean.starts_with('-') || clean.ends_with('-') {
            return Err(NumberError::Form);
        }
        match clean.find(|c: char| !c.is_ascii_digit() && c != '-') {
            Some(0) => return Err(NumberError::Form),
            Some(at) => return Err(NumberError::Trailing(clean[at..].to_owned())),
            None => {}
        }
        scan::sequence(&clean.replace('-', ""), 4, 24)?;
        Ok(DetentionNumber(clean))
    }
}
