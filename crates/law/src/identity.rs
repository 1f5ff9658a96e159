//! Identity numbers: citizens (GB 11643) and units (GB 32100).

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::ages::{AgeCount, full_years};
use crate::text::{half_width, is_invisible};
use crate::{Day, divisions};

/// Why a text is not an identity number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// Nothing is written.
    #[error("nothing is written")]
    Empty,
    /// Not 15 or 18 characters (citizens), not 18 (units).
    #[error("{0} characters")]
    Length(usize),
    /// A character that cannot stand there; places count from 1.
    #[error("{found:?} cannot stand at place {place}")]
    Character {
        /// The character.
        found: char,
        /// Its place.
        place: usize,
    },
    /// The first two digits are no province.
    #[error("no province {0}")]
    Area(String),
    /// Digits 7 to 14 are no day of the calendar.
    #[error("{0} is no day")]
    NoSuchDay(String),
    /// The birth lies after today.
    #[error("birth {0} lies in the future")]
    Future(String),
    /// The last character does not fit the others.
    #[error("last character should be {expected}")]
    CheckCharacter {
        /// What it would have to be.
        expected: char,
    },
}

impl IdError {
    /// The code of the refusal: `refusal_<code>` and `remedy_<code>` are its words.
    pub fn code(&self) -> &'static str {
        match self {
            IdError::Empty => "id_empty",
            IdError::Length(_) => "id_length",
            IdError::Character { .. } => "id_character",
            IdError::Area(_) => "id_area",
            IdError::NoSuchDay(_) => "id_no_such_day",
            IdError::Future(_) => "id_future",
            IdError::CheckCharacter { .. } => "id_check_character",
        }
    }
}

/// The sex an identity number says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sex {
    /// 男
    Male,
    /// 女
    Female,
}

/// A citizen's identification number of 18 characters whose parts and check character are right.
///
/// Whether such a card was ever issued cannot be known from it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CitizenId {
    number: String,
    from_15: bool,
}

impl CitizenId {
    /// Reads a number of 18 or 15 characters; full-width, spaces inside and a small x do not matter. A
    /// number of 15 becomes one of 18. Births after `today` are refused.
    pub fn parse(text: &str, today: Day) -> Result<CitizenId, IdError> {
        let clean = clean(text);
        let (number, from_15) = match clean.chars().count() {
            0 => return Err(IdError::Empty),
            15 => (widened(&clean)?, true),
            18 => (clean, false),
            other => return Err(IdError::Length(other)),
        };
        let body = digits(&number, 17)?;
        let area = number.get(..2).unwrap_or("");
        if !known_area(area) {
            return Err(IdError::Area(area.to_owned()));
        }
        let id = CitizenId { number, from_15 };
        id.check_birth(today)?;
        let expected = check_character(&body);
        match id.number.chars().last() {
            Some(last) if last == expected => Ok(id),
            Some(last) if last != 'X' && !last.is_ascii_digit() => Err(IdError::Character { found: last, place: 18 }),
            _ => Err(IdError::CheckCharacter { expected }),
        }
    }

    /// The 18 characters.
    pub fn as_str(&self) -> &str {
        &self.number
    }

    /// Whether it was written in the form of 15 characters, out of use since 2013.
    pub fn was_15(&self) -> bool {
        self.from_15
    }

    /// The division of the first registration, six digits.
    pub fn area(&self) -> &str {
        self.number.get(..6).unwrap_or("")
    }

    /// Its full name, also where the code is no longer in use; `None` where the code is not known.
    pub fn area_name(&self) -> Option<String> {
        divisions::full_name(self.area())
    }

    /// Year, month and day of birth.
    pub fn birth_ymd(&self) -> (i32, u32, u32) {
        let part = |from: usize, to: usize| self.number.get(from..to).and_then(|p| p.parse::<u32>().ok()).unwrap_or(0);
        (part(6, 10) as i32, part(10, 12), part(12, 14))
    }

    /// The day of birth; `None` before 1900.
    pub fn birth(&self) -> Option<Day> {
        let (year, month, day) = self.birth_ymd();
        Day::from_ymd(year, month, day).ok()
    }

    /// The sex it says.
    pub fn sex(&self) -> Sex {
        match self.number.as_bytes().get(16) {
            Some(digit) if (digit - b'0').is_multiple_of(2) => Sex::Female,
            _ => Sex::Male,
        }
    }

    /// Full years of age on a day; `None` before the birth.
    pub fn age_on(&self, day: Day, count: AgeCount) -> Option<u32> {
        full_years(self.birth_ymd(), day, count)
    }

    fn check_birth(&self, today: Day) -> Result<(), IdError> {
        let written = || self.number.get(6..14).unwrap_or("").to_owned();
        let (year, month, day) = self.birth_ymd();
        let exists = chrono::NaiveDate::from_ymd_opt(year, month, day).is_some() && year >= 1800;
        match exists {
            false => Err(IdError::NoSuchDay(written())),
            true if (year, month, day) > today.ymd() => Err(IdError::Future(written())),
            true => Ok(()),
        }
    }
}

impl fmt::Display for CitizenId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.number)
    }
}

/// A unit's unified social credit code (统一社会信用代码) whose check character is right.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CreditCode(String);

/// The characters of a credit code in the order of their values: no I, O, S, V, Z.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

impl CreditCode {
    /// Reads a code of 18 characters; full-width, spaces inside and small letters do not matter.
    pub fn parse(text: &str) -> Result<CreditCode, IdError> {
        let clean = clean(text);
        match clean.chars().count() {
            0 => return Err(IdError::Empty),
            18 => {}
            other => return Err(IdError::Length(other)),
        }
        let mut sum = 0;
        let mut weight = 1;
        let mut last = 0;
        for (at, found) in clean.chars().enumerate() {
            let value = ALPHABET.iter().position(|c| char::from(*c) == found);
            let value = value.ok_or(IdError::Character { found, place: at + 1 })?;
            if at < 17 {
                sum += value * weight;
                weight = weight * 3 % 31;
            }
            last = value;
        }
        let expected = (31 - sum % 31) % 31;
        match (last == expected, ALPHABET.get(expected)) {
            (true, _) => Ok(CreditCode(clean)),
            (false, Some(expected)) => Err(IdError::CheckCharacter { expected: char::from(*expected) }),
            (false, None) => Err(IdError::Length(18)),
        }
    }

    /// The 18 characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The division of registration, six digits.
    pub fn area(&self) -> &str {
        self.0.get(2..8).unwrap_or("")
    }

    /// The organisation code inside it, nine characters.
    pub fn organisation_code(&self) -> &str {
        self.0.get(8..17).unwrap_or("")
    }
}

impl fmt::Display for CreditCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn clean(text: &str) -> String {
    let kept = text.chars().map(half_width).filter(|c| !c.is_whitespace() && !is_invisible(*c) && *c != '-');
    kept.flat_map(char::to_uppercase).collect()
}

/// The first digits as numbers.
fn digits(number: &str, how_many: usize) -> Result<Vec<u32>, IdError> {
    let of = |(at, found): (usize, char)| found.to_digit(10).ok_or(IdError::Character { found, place: at + 1 });
    number.chars().take(how_many).enumerate().map(of).collect()
}

/// 15 characters as 18: the century before the year, the check character after all.
fn widened(short: &str) -> Result<String, IdError> {
    digits(short, 15)?;
    let (area, rest) = short.split_at(6);
    let body = format!("{area}19{rest}");
    Ok(format!("{body}{}", check_character(&digits(&body, 17)?)))
}

fn check_character(body: &[u32]) -> char {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];
    let sum: u32 = body.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    CHECKS.get((sum % 11) as usize).copied().unwrap_or('X')
}

/// A province, or the numbers of residents of Hong Kong (81), Macao (82) and Taiwan (83).
fn known_area(area: &str) -> bool {
    matches!(area, "81" | "82" | "83") || divisions::by_code(&format!("{area}0000")).is_some()
}
