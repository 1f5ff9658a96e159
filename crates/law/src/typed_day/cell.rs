//! Days in cells that hold a number.

use super::{TypedDayError, from_eight};
use crate::Day;

/// From which day a workbook counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DateSystem {
    /// Day 1 is 1900-01-01, and day 60 a 29 February that never was.
    #[default]
    From1900,
    /// Day 0 is 1904-01-01.
    From1904,
}

/// The day of a numeric cell: the serial number of a day (a part after the point is the time, left out), or eight
/// figures typed as a number. Anything else is refused.
pub fn from_number(number: f64, system: DateSystem) -> Result<Day, TypedDayError> {
    if !number.is_finite() || number < 0.0 {
        return Err(TypedDayError::Form);
    }
    if (19_000_000.0..22_000_000.0).contains(&number) && number.fract() == 0.0 {
        return from_eight(number as u32);
    }
    // The last serial of the range, 2199-12-31, has six figures.
    if number >= 1_000_000.0 {
        return Err(TypedDayError::Range);
    }
    let serial = number.floor() as i64;
    let first = Day::MIN;
    let days = match system {
        DateSystem::From1900 => match serial {
            0 => return Err(TypedDayError::Form),
            60 => return Err(TypedDayError::NoSuchDay),
            1..=59 => serial - 1,
            _ => serial - 2,
        },
        // 1904-01-01 is the 1461st day of 1900.
        DateSystem::From1904 => serial + 1460,
    };
    first.checked_add_days(days).ok_or(TypedDayError::Range)
}
