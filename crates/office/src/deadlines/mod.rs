//! Statutory time limits of the cases (办案期限): the due dates that follow from each case's record, and what is due.
//!
//! The rules and the arithmetic are the law's ([`anjuan_law::clock`]). Here a case's facts are read for it and its due
//! dates kept, so that what is due in the whole office is one query. A row holds days only; how it stands follows from
//! the day on which one asks. What the office itself brings (days off, numbers where the law has none, warnings,
//! reminders) is in the record too, so that a rebuild counts the same.

mod counting;
mod dates;
mod days_off;
mod derive;
mod facts;
mod list;
mod moves;
pub mod reminders;
mod settings;
mod state;

#[cfg(test)]
mod tests;

use anjuan_law::clock::{self, CaseFacts, Clock};

pub use counting::{Counting, counting, moved, plain};
pub use dates::{DateLine, dates};
pub use days_off::{CalendarFault, CalendarLoaded, CalendarYear, load, plan, table, years};
pub use derive::{LOOK_BACK, by_code, derive, subject as subject_text};
pub use facts::facts;
pub use list::{
    Due, DueCount, DueCursor, DueFilter, DueGrouping, DueInGroup, DueOnDay, DuePage, counts, days, groups, list,
};
pub use moves::{DueMoved, Recounted, recount};
pub use settings::{
    PeriodSetting, PeriodSettingEntry, list as settings, save as save_setting, save_custody_day_before_red,
};
pub use state::{DueKind, DueState};

use crate::{CaseId, Reading, Result, refusal};

/// All periods of a case with their sums, counted anew from its record.
pub fn of_case(reading: &Reading<'_>, case: CaseId) -> Result<Clock> {
    let facts: CaseFacts =
        facts::facts(reading, &[case])?.remove(&case).ok_or_else(|| refusal!("case_unknown", case = case))?;
    let counting = counting(reading)?;
    Ok(clock::periods(&facts, &counting.calendar, &counting.settings))
}
