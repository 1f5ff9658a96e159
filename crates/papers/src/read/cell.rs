//! One cell: what a person sees, and what the file means by it.

pub use anjuan_law::typed_day::DateSystem;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike};

/// A cell of a sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// The text as a person reads it: `2026-03-05` for a date, `12` for a number without decimals.
    pub text: String,
    /// What the file says the value is.
    pub value: Value,
    /// The value stands in the first cell of a merged range and was filled down to this one.
    pub from_merge: bool,
}

/// The typed value of a cell. The text beside it is always filled in.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Value {
    /// Nothing stands here.
    #[default]
    Empty,
    /// Text.
    Text,
    /// A number. See [`Cell::digits_lost`] for numbers that should have been text.
    Number(f64),
    /// A day, or a day and a time, counted in days.
    Date(DateSerial),
    /// Yes or no.
    Bool(bool),
    /// A formula's error such as `#N/A`; the text names it.
    Error,
}

/// Days, with the time of day as a fraction, counted as the workbook counts them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DateSerial {
    /// Days since the start of `system`; between 0 and 2,958,465 for a day that can be shown.
    pub serial: f64,
    /// The counting.
    pub system: DateSystem,
}

/// Integers beyond this are not exact in a spreadsheet's numbers (it keeps 15 digits).
const EXACT_DIGITS: f64 = 1e15;

impl Cell {
    /// A cell of text; empty text makes an empty cell.
    pub fn text(text: impl Into<String>) -> Cell {
        let text = text.into();
        let value = if text.is_empty() { Value::Empty } else { Value::Text };
        Cell { text, value, from_merge: false }
    }

    /// Nothing to see here: empty, or white space only.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Blank, or filled only because of a merge.
    pub fn has_nothing_of_its_own(&self) -> bool {
        self.from_merge || self.is_blank()
    }

    /// A long number such as an ID number was typed as a number, and its last digits are gone.
    pub fn digits_lost(&self) -> bool {
        matches!(self.value, Value::Number(n) if n.abs() >= EXACT_DIGITS)
    }
}

impl DateSerial {
    /// The day and time of day, or `None` for a serial that no calendar has (below 0, the 1900-02-29
    /// that never was, beyond 9999).
    pub fn moment(self) -> Option<NaiveDateTime> {
        if !(0.0..2_958_466.0).contains(&self.serial) {
            return None;
        }
        let mut days = self.serial.floor() as i64;
        let mut seconds = ((self.serial - self.serial.floor()) * 86_400.0).round() as i64;
        if seconds == 86_400 {
            days += 1;
            seconds = 0;
        }
        let epoch = match self.system {
            DateSystem::From1904 => NaiveDate::from_ymd_opt(1904, 1, 1)?,
            DateSystem::From1900 if days == 60 => return None,
            DateSystem::From1900 if days < 60 => NaiveDate::from_ymd_opt(1899, 12, 31)?,
            DateSystem::From1900 => NaiveDate::from_ymd_opt(1899, 12, 30)?,
        };
        let day = epoch.checked_add_signed(chrono::Duration::days(days))?;
        let time = NaiveTime::from_num_seconds_from_midnight_opt(u32::try_from(seconds).ok()?, 0)?;
        Some(day.and_time(time))
    }

    /// The day alone; `None` as in [`DateSerial::moment`] and for a time of day without a day.
    pub fn day(self) -> Option<NaiveDate> {
        if self.serial < 1.0 && self.system == DateSystem::From1900 {
            return None;
        }
        self.moment().map(|moment| moment.date())
    }

    /// The serial of a day and time in the 1900 counting, for files that write dates as ISO text.
    pub fn of(moment: NaiveDateTime) -> Option<DateSerial> {
        let epoch = NaiveDate::from_ymd_opt(1899, 12, 30)?;
        let days = (moment.date() - epoch).num_days();
        let days = if days <= 60 { days - 1 } else { days };
        let part = f64::from(moment.time().num_seconds_from_midnight()) / 86_400.0;
        (days >= 0).then_some(DateSerial { serial: days as f64 + part, system: DateSystem::From1900 })
    }

    /// As tables show it: `2026-03-05`, `2026-03-05 14:30`, `14:30`.
    pub fn shown(self) -> String {
        let Some(moment) = self.moment() else {
            return super::number_format::general(self.serial);
        };
        let clock = if moment.time().second() == 0 { "%H:%M" } else { "%H:%M:%S" };
        if self.day().is_none() {
            moment.format(clock).to_string()
        } else if moment.time() == NaiveTime::MIN {
            moment.format("%Y-%m-%d").to_string()
        } else {
            moment.format(&format!("%Y-%m-%d {clock}")).to_string()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn serial(serial: f64, system: DateSystem) -> DateSerial {
        DateSerial { serial, system }
    }

    #[test]
    fn both_countings_give_the_day_a_spreadsheet_shows() {
        use DateSystem::{From1900, From1904};
        for (n, system, shown) in [
            (1.0, From1900, "1900-01-01"),
            (59.0, From1900, "1900-02-28"),
            (61.0, From1900, "1900-03-01"),
            (45_943.5, From1900, "2025-10-13 12:00"),
            (0.0, From1904, "1904-01-01"),
            (44_624.0, From1904, "2026-03-05"),
            (46_086.0, From1900, "2026-03-05"),
            (0.604_166_666_666_667, From1900, "14:30"),
        ] {
            assert_eq!(serial(n, system).shown(), shown, "{n} {system:?}");
        }
    }

    #[test]
    fn a_day_that_never_was_is_no_day() {
        assert_eq!(serial(60.0, DateSystem::From1900).day(), None);
        assert_eq!(serial(-1.0, DateSystem::From1900).day(), None);
        assert_eq!(serial(3e6, DateSystem::From1900).day(), None);
        assert_eq!(serial(f64::NAN, DateSystem::From1900).day(), None);
    }

    #[test]
    fn iso_days_keep_their_day_through_the_serial() {
        for (y, m, d) in [(1900, 1, 1), (1900, 2, 28), (1900, 3, 1), (1949, 10, 1), (2026, 3, 5)] {
            let moment = NaiveDate::from_ymd_opt(y, m, d).unwrap().and_time(NaiveTime::MIN);
            let back = DateSerial::of(moment).and_then(DateSerial::moment);
            assert_eq!(back, Some(moment));
        }
    }

    #[test]
    fn an_id_number_typed_as_a_number_is_seen_to_be_damaged() {
        let cell = Cell { text: String::new(), value: Value::Number(1.101_011_990_010_1e17), from_merge: false };
        assert!(cell.digits_lost());
        assert!(!Cell { value: Value::Number(20_260_305.0), ..Cell::default() }.digits_lost());
    }
}
