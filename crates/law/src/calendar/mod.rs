//! Working days and days off.
//!
//! The years 2004 to 2026 are embedded; later years come from the State Council's yearly notice,
//! which the office loads as a file ([`Calendar::load`]). A year without a table is never guessed:
//! its weekends are known, nothing else, and every answer that touches it says so.

mod office_file;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::periods::counting_data as data;
use crate::{Day, Words};
pub use office_file::{Loaded, RowFault, RowRefusal};

include!(concat!(env!("OUT_DIR"), "/calendar.rs"));

/// What a day is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum DayKind {
    /// An ordinary working day.
    Working,
    /// A Saturday or Sunday on which people work to make up for a day off (调休上班).
    MadeUp {
        /// The holiday it makes up for.
        name: Words,
    },
    /// An ordinary Saturday or Sunday.
    Weekend,
    /// A day off by the yearly notice, statutory or moved.
    Off {
        /// The holiday.
        name: Words,
    },
}

impl DayKind {
    /// Whether people work on it.
    pub fn works(&self) -> bool {
        matches!(self, DayKind::Working | DayKind::MadeUp { .. })
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    works: bool,
    name: Words,
}

/// The days off and made-up working days that are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// Days that differ from the rule of the weekday.
    entries: BTreeMap<Day, Entry>,
    /// One bit a day of the years 1900 to 2199: people work.
    working: Vec<u64>,
    /// One flag a year, from 1900.
    loaded: Vec<bool>,
}

const YEARS: usize = 300;

impl Calendar {
    /// The embedded years.
    pub fn embedded() -> Calendar {
        let mut calendar = Calendar::bare();
        for (day, works, zh, en) in EMBEDDED {
            calendar.set(*day, *works, Words::new(zh, en));
            if !calendar.opens_early(*day) {
                calendar.mark_loaded(day.year());
            }
        }
        calendar
    }

    /// No year loaded: weekends only.
    pub fn bare() -> Calendar {
        let span = Day::MIN.days_until(Day::MAX) as usize + 1;
        let mut calendar =
            Calendar { entries: BTreeMap::new(), working: vec![0; span.div_ceil(64)], loaded: vec![false; YEARS] };
        // 1900-01-01 was a Monday, so the week's days repeat from bit 0.
        for bit in (0..span).filter(|bit| bit % 7 < 5) {
            calendar.working[bit / 64] |= 1 << (bit % 64);
        }
        calendar
    }

    /// Whether people work on that day, as far as the loaded tables say.
    pub fn works(&self, day: Day) -> bool {
        let bit = Day::MIN.days_until(day) as usize;
        self.working.get(bit / 64).is_some_and(|word| word >> (bit % 64) & 1 == 1)
    }

    /// What that day is, as far as the loaded tables say; see [`Calendar::missing_for`].
    pub fn is_working_day(&self, day: Day) -> DayKind {
        match self.entries.get(&day) {
            Some(entry) if entry.works => DayKind::MadeUp { name: entry.name.clone() },
            Some(entry) => DayKind::Off { name: entry.name.clone() },
            None if day.is_weekend() => DayKind::Weekend,
            None => DayKind::Working,
        }
    }

    /// Whether that year has its table.
    pub fn loaded(&self, year: i32) -> bool {
        usize::try_from(year - Day::MIN.year()).is_ok_and(|at| self.loaded.get(at) == Some(&true))
    }

    /// The years that have their table, in order.
    pub fn years(&self) -> Vec<i32> {
        (Day::MIN.year()..=Day::MAX.year()).filter(|year| self.loaded(*year)).collect()
    }

    /// The year whose table would be needed to be sure of that day, when it is not loaded.
    ///
    /// The last days of December need the next year's table too: its notice may move them.
    pub fn missing_for(&self, day: Day) -> Option<i32> {
        if !self.loaded(day.year()) {
            Some(day.year())
        } else if self.opens_early(day) && !self.loaded(day.year() + 1) {
            Some(day.year() + 1)
        } else {
            None
        }
    }

    /// The first working day on or after that day; nothing past the last year.
    pub fn on_or_after(&self, day: Day) -> Option<Day> {
        let mut at = day;
        while !self.works(at) {
            at = at.checked_add_days(1)?;
        }
        Some(at)
    }

    /// The last working day on or before that day; nothing before the first year.
    pub fn on_or_before(&self, day: Day) -> Option<Day> {
        let mut at = day;
        while !self.works(at) {
            at = at.checked_add_days(-1)?;
        }
        Some(at)
    }

    /// Days of December that the next year's notice may still move.
    fn opens_early(&self, day: Day) -> bool {
        (day.month(), day.day_of_month()) >= data::OPEN_FROM
    }

    fn set(&mut self, day: Day, works: bool, name: Words) {
        self.put(day, works);
        self.entries.insert(day, Entry { works, name });
    }

    fn put(&mut self, day: Day, works: bool) {
        let bit = Day::MIN.days_until(day) as usize;
        if let Some(word) = self.working.get_mut(bit / 64) {
            *word = *word & !(1 << (bit % 64)) | u64::from(works) << (bit % 64);
        }
    }

    fn mark_loaded(&mut self, year: i32) {
        let at = usize::try_from(year - Day::MIN.year()).ok();
        if let Some(flag) = at.and_then(|at| self.loaded.get_mut(at)) {
            *flag = true;
        }
    }
}

impl Default for Calendar {
    fn default() -> Calendar {
        Calendar::embedded()
    }
}

#[cfg(test)]
mod tests;
