//! Statutory time limits of the cases (办案期限): the due dates that follow from each case's record, and what is due.
//!
//! The rules and the arithmetic are the law's ([`anjuan_law::clock`]). Here a case's facts are read for it and its due
//! dates kept, so that what is due in the whole office is one query. A row holds days only; how it stands follows from
//! the day on which one asks.

mod derive;
mod facts;
mod list;

#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use anjuan_law::{
    Calendar,
    clock::{self, CaseFacts, Clock, Settings},
};

pub use derive::{by_code, derive, subject as subject_text};
pub use facts::facts;
pub use list::{Due, DueCount, DueCursor, DueFilter, DueOnDay, DuePage, DueState, counts, days, list};

use crate::{CaseId, Reading, Result, refusal};

static CALENDAR: LazyLock<Calendar> = LazyLock::new(Calendar::embedded);

/// The days off that the program knows.
pub fn calendar() -> &'static Calendar {
    &CALENDAR
}

/// All periods of a case with their sums, counted anew from its record.
pub fn of_case(reading: &Reading<'_>, case: CaseId) -> Result<Clock> {
    let facts: CaseFacts =
        facts::facts(reading, &[case])?.remove(&case).ok_or_else(|| refusal!("case_unknown", case = case))?;
    Ok(clock::periods(&facts, calendar(), &Settings::default()))
}
