//! The day: a calendar date of the office, without a time or a zone.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A local calendar day of the office (Asia/Shanghai by default), from 1900-01-01 to 2199-12-31.
///
/// Written `2026-03-05` everywhere: on screen, in files, in JSON. A day outside the range cannot be
/// built, so a slip such as year 20226 is refused where it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

/// Why a text or a date is not a [`Day`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DayError {
    /// Not four digits, a hyphen, two digits, a hyphen, two digits.
    #[error("not written as year-month-day, for example 2026-03-05")]
    Form,
    /// Written right, but the calendar has no such day (2026-02-30).
    #[error("the calendar has no such day")]
    NoSuchDay,
    /// Before 1900-01-01 or after 2199-12-31.
    #[error("outside the years 1900 to 2199")]
    Range,
}

impl Day {
    /// The earliest day there is: 1900-01-01.
    pub const MIN: Day = Day(at(1900, 1, 1));
    /// The latest day there is: 2199-12-31.
    pub const MAX: Day = Day(at(2199, 12, 31));

    /// The day of that year, month (1 to 12) and day of month (1 to 31).
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Result<Day, DayError> {
        Day::try_from(NaiveDate::from_ymd_opt(year, month, day).ok_or(DayError::NoSuchDay)?)
    }

    /// Year, month (1 to 12), day of month (1 to 31).
    pub fn ymd(self) -> (i32, u32, u32) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// The year, 1900 to 2199.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day_of_month(self) -> u32 {
        self.0.day()
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }

    /// Whether it is a Saturday or a Sunday (says nothing of holidays: see [`crate::calendar`]).
    pub fn is_weekend(self) -> bool {
        matches!(self.weekday(), Weekday::Sat | Weekday::Sun)
    }

    /// Whether it is the last day of its month.
    pub fn is_month_end(self) -> bool {
        self.0.day() == days_in_month(self.0.year(), self.0.month())
    }

    /// So many days later (earlier if negative); nothing when that leaves the range.
    pub fn checked_add_days(self, days: i64) -> Option<Day> {
        let moved = self.0.checked_add_signed(chrono::Duration::try_days(days)?)?;
        Day::try_from(moved).ok()
    }

    /// So many days later (earlier if negative), stopping at [`Day::MIN`] and [`Day::MAX`].
    ///
    /// For windows and lists. The statutory sum uses [`Day::checked_add_days`].
    pub fn add_days(self, days: i64) -> Day {
        let edge = if days < 0 { Day::MIN } else { Day::MAX };
        self.checked_add_days(days).unwrap_or(edge)
    }

    /// The next day, stopping at [`Day::MAX`].
    pub fn next(self) -> Day {
        self.add_days(1)
    }

    /// The day before, stopping at [`Day::MIN`].
    pub fn previous(self) -> Day {
        self.add_days(-1)
    }

    /// Calendar days from this day to the other: 0 for the same day, negative if the other is earlier.
    pub fn days_until(self, other: Day) -> i64 {
        other.0.signed_duration_since(self.0).num_days()
    }

    /// As papers write it: `2026年3月5日`.
    pub fn on_paper(self) -> String {
        format!("{}年{}月{}日", self.0.year(), self.0.month(), self.0.day())
    }
}

/// A day that the build has already checked. For the tables written by the build, nothing else.
pub(crate) const fn literal(year: i32, month: u32, day: u32) -> Day {
    Day(at(year, month, day))
}

/// A literal day; only ever called with days known when the program is built.
const fn at(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(day) => day,
        None => NaiveDate::MIN,
    }
}

/// How many days a month has (28 to 31); month outside 1 to 12 counts as 31.
pub fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl TryFrom<NaiveDate> for Day {
    type Error = DayError;

    fn try_from(date: NaiveDate) -> Result<Day, DayError> {
        let day = Day(date);
        if day < Day::MIN || day > Day::MAX { Err(DayError::Range) } else { Ok(day) }
    }
}

impl From<Day> for NaiveDate {
    fn from(day: Day) -> NaiveDate {
        day.0
    }
}

impl FromStr for Day {
    type Err = DayError;

    /// Reads `2026-03-05` and nothing else; what people type goes through the typed-date reader first.
    fn from_str(text: &str) -> Result<Day, DayError> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return Err(DayError::Form);
        }
        let year = number(&bytes[0..4])?;
        let (month, day) = (number(&bytes[5..7])?, number(&bytes[8..10])?);
        Day::from_ymd(i32::try_from(year).map_err(|_| DayError::Form)?, month, day)
    }
}

fn number(digits: &[u8]) -> Result<u32, DayError> {
    digits.iter().try_fold(0, |sum, digit| match digit {
        b'0'..=b'9' => Ok(sum * 10 + u32::from(digit - b'0')),
        _ => Err(DayError::Form),
    })
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Padded to the width asked for, so that columns of days line up.
        f.pad(&format!("{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day()))
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn reads_and_writes_one_form() {
        assert_eq!(day("2026-03-05").to_string(), "2026-03-05");
        assert_eq!(day("2026-03-05").on_paper(), "2026年3月5日");
        assert_eq!(day("2024-02-29").ymd(), (2024, 2, 29));
        assert_eq!(format!("[{:>12}]", day("2026-03-05")), "[  2026-03-05]");
    }

    #[test]
    fn refuses_other_forms_missing_days_and_far_years() {
        for text in
            ["", "2026-3-5", "2026/03/05", "20260305", "2026-03-05 ", "２０２６-03-05", "-026-03-05", "+026-03-05"]
        {
            assert_eq!(text.parse::<Day>(), Err(DayError::Form), "{text}");
        }
        for text in ["2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31"] {
            assert_eq!(text.parse::<Day>(), Err(DayError::NoSuchDay), "{text}");
        }
        for text in ["1899-12-31", "2200-01-01", "0001-01-01"] {
            assert_eq!(text.parse::<Day>(), Err(DayError::Range), "{text}");
        }
    }

    #[test]
    fn json_is_the_same_text() {
        assert_eq!(serde_json::to_string(&day("2026-03-05")).unwrap(), "\"2026-03-05\"");
        assert_eq!(serde_json::from_str::<Day>("\"2026-03-05\"").unwrap(), day("2026-03-05"));
        assert!(serde_json::from_str::<Day>("\"2026-3-5\"").is_err());
    }

    #[test]
    fn counts_days_and_stops_at_the_edges() {
        assert_eq!(day("2024-02-28").add_days(2), day("2024-03-01"));
        assert_eq!(day("2026-03-05").days_until(day("2026-02-28")), -5);
        assert_eq!(Day::MAX.add_days(5), Day::MAX);
        assert_eq!(Day::MAX.checked_add_days(1), None);
        assert_eq!(Day::MIN.checked_add_days(i64::MIN), None);
        assert!(day("2026-02-28").is_month_end() && !day("2024-02-28").is_month_end());
        assert_eq!((Day::MIN.to_string(), Day::MAX.to_string()), ("1900-01-01".into(), "2199-12-31".into()));
    }
}
