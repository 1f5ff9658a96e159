//! Lengths of time as rules name them: `3d`, `3wd`, `2m`, `1m15d`, `2y`, `24h`.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

/// A length of time. Working days and hours never stand together with other units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Length {
    /// Calendar years.
    pub years: u32,
    /// Calendar months.
    pub months: u32,
    /// Calendar days; half a month is already 15 of them.
    pub days: u32,
    /// Working days.
    pub working_days: u32,
    /// Hours.
    pub hours: u32,
}

/// A text that is not a length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a length: write 15d, 3wd, 2m, 1m15d, 1y or 24h")]
pub struct LengthError;

impl Length {
    /// That many calendar days.
    pub const fn days(days: u32) -> Length {
        Length { years: 0, months: 0, days, working_days: 0, hours: 0 }
    }

    /// That many calendar months.
    pub const fn months(months: u32) -> Length {
        Length { years: 0, months, days: 0, working_days: 0, hours: 0 }
    }

    /// That many working days.
    pub const fn working_days(working_days: u32) -> Length {
        Length { years: 0, months: 0, days: 0, working_days, hours: 0 }
    }

    /// Months with the years counted in.
    pub fn all_months(self) -> u32 {
        self.years.saturating_mul(12).saturating_add(self.months)
    }

    /// Both lengths, unit by unit.
    pub fn plus(self, other: Length) -> Length {
        Length {
            years: self.years.saturating_add(other.years),
            months: self.months.saturating_add(other.months),
            days: self.days.saturating_add(other.days),
            working_days: self.working_days.saturating_add(other.working_days),
            hours: self.hours.saturating_add(other.hours),
        }
    }

    /// The length in Chinese words: `1个月15日`.
    pub fn zh(self) -> String {
        self.words(["年", "个月", "日", "个工作日", "小时"])
    }

    /// The length in English words: `1 month, 15 days`.
    pub fn en(self) -> String {
        let names = ["year", "month", "day", "working day", "hour"];
        let parts = self.parts().into_iter().zip(names).filter(|(number, _)| *number > 0);
        let words: Vec<String> =
            parts.map(|(number, name)| format!("{number} {name}{}", if number == 1 { "" } else { "s" })).collect();
        if words.is_empty() { "the same day".into() } else { words.join(", ") }
    }

    fn words(self, names: [&str; 5]) -> String {
        let parts = self.parts().into_iter().zip(names).filter(|(number, _)| *number > 0);
        let words: String = parts.map(|(number, name)| format!("{number}{name}")).collect();
        if words.is_empty() { "当日".into() } else { words }
    }

    fn parts(self) -> [u32; 5] {
        [self.years, self.months, self.days, self.working_days, self.hours]
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Length::default() {
            return f.write_str("0d");
        }
        for (number, unit) in self.parts().into_iter().zip(["y", "m", "d", "wd", "h"]) {
            if number > 0 {
                write!(f, "{number}{unit}")?;
            }
        }
        Ok(())
    }
}

impl FromStr for Length {
    type Err = LengthError;

    /// Reads what [`Length`] writes; numbers up to 9999.
    fn from_str(text: &str) -> Result<Length, LengthError> {
        let mut length = Length::default();
        let mut rest = text;
        if rest.is_empty() {
            return Err(LengthError);
        }
        while !rest.is_empty() {
            let digits = rest.find(|c: char| !c.is_ascii_digit()).ok_or(LengthError)?;
            let (number, tail) = rest.split_at(digits);
            let number: u32 = number.parse().ok().filter(|number| *number <= 9999).ok_or(LengthError)?;
            let (unit, next) = match tail.strip_prefix("wd") {
                Some(next) => (&mut length.working_days, next),
                None => {
                    let unit = match tail.chars().next() {
                        Some('y') => &mut length.years,
                        Some('m') => &mut length.months,
                        Some('d') => &mut length.days,
                        Some('h') => &mut length.hours,
                        _ => return Err(LengthError),
                    };
                    (unit, &tail[1..])
                }
            };
            *unit = number;
            rest = next;
        }
        let alone = |part: u32| part == 0 || length.parts().iter().filter(|other| **other > 0).count() == 1;
        if alone(length.working_days) && alone(length.hours) { Ok(length) } else { Err(LengthError) }
    }
}

impl Serialize for Length {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_read_what_they_write() {
        for text in ["15d", "3wd", "2m", "1m15d", "2y", "24h", "0d"] {
            assert_eq!(text.parse::<Length>().unwrap().to_string(), text);
        }
        for text in ["", "15", "d", "1.5m", "3wd2m", "1x", "１d", "99999d", "2h1d"] {
            assert!(text.parse::<Length>().is_err(), "{text}");
        }
    }

    #[test]
    fn lengths_have_words() {
        let length: Length = "1m15d".parse().unwrap();
        assert_eq!((length.zh().as_str(), length.en().as_str()), ("1个月15日", "1 month, 15 days"));
        assert_eq!(Length::days(0).zh(), "当日");
    }
}
