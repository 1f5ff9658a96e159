//! Counting days, months and working days as the law does (期间计算).

use super::Family;
use crate::Day;
use crate::calendar::Calendar;
use crate::day::days_in_month;

/// How the day of the month was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MonthEnd {
    /// The corresponding day.
    Same,
    /// The last day of a month leads to the last day of the month. [SPC-C 202]
    Sticky,
    /// The month has no such day: its last day.
    Missing,
}

/// That many months later, and how the day was found.
///
/// A start on the last day of a month is treated by family: criminal months end on the last day of
/// the month, civil ones on the corresponding day.
pub fn add_months(start: Day, months: u32, family: Family) -> Option<(Day, MonthEnd)> {
    let (year, month, day) = start.ymd();
    let all = i64::from(year) * 12 + i64::from(month) - 1 + i64::from(months);
    let year = i32::try_from(all.div_euclid(12)).ok()?;
    let month = u32::try_from(all.rem_euclid(12)).ok()? + 1;
    let last = days_in_month(year, month);
    let (day, how) = if family == Family::Criminal && start.is_month_end() && months > 0 {
        (last, if day == last { MonthEnd::Same } else { MonthEnd::Sticky })
    } else if day > last {
        (last, MonthEnd::Missing)
    } else {
        (day, MonthEnd::Same)
    };
    Some((Day::from_ymd(year, month, day).ok()?, how))
}

/// The day that many working days later, the start not counted, days inside a pause left out.
pub fn add_working_days(start: Day, days: u32, calendar: &Calendar, paused: impl Fn(Day) -> bool) -> Option<Day> {
    let mut left = days;
    let mut at = start;
    while left > 0 {
        at = at.checked_add_days(1)?;
        if calendar.works(at) && !paused(at) {
            left -= 1;
        }
    }
    Some(at)
}
